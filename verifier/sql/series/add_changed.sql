-- Which verdicts hold instead?
insert into verdicts
select claim_id, verdict, reason from changes
