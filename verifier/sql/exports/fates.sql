-- How many decisions hold, how many claims are left out for which reason, and how many were never decided?
select fate, count(*) as claims
from decided
group by fate
union all
select 'undecided', count(distinct claim_id)
from live_claims
where claim_id not in (select claim_id from decided)
