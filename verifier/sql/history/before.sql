-- How do the kept verdicts stand, in short? One sum for each of 4096 lots of claims.
create or replace temp table verdicts_before as
select hash(claim_id) % 4096 as lot, count(*) as claims, sum(hash(claim_id, verdict, reason)) as total
from verdicts
group by lot
