-- Who can be given a claim: whoever has an account and may decide, or, without accounts, whoever has said something?
select name from accounts where state <> 'deactivated' and role <> 'viewer'
union
select person as name from decisions where not exists (select * from people)
