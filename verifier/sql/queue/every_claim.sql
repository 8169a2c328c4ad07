-- Which claims are looked for? All that have a verdict.
create or replace temp macro looked_for() as table
select * from judged_claims
