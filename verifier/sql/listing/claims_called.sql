-- Which claims have an id that begins so?
select distinct claim_id
from claims
where starts_with(claim_id, $prefix)
order by claim_id
limit 6
