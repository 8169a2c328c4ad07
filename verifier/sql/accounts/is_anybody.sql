-- Is there any account?
select exists (select 1 from people) as holds
