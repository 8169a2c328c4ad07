-- What did the two say who judged a claim without knowing of each other, how often, and was it settled?
select first_verdict as first, verdict as second, state, count(*) as claims
from standing_opinions
where state <> 'wanted'
group by first_verdict, verdict, state
order by all
