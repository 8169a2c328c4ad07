-- Which claims are read? All of them.
create or replace temp view members as
select * from series_claims
