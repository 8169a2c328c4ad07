-- How many claims are there of each verdict, and by which reason?
select verdict, reason, count(*) as claims
from verdicts
group by verdict, reason
order by verdict, reason
