-- Which verdict has each claim by the outcomes found, and by which reason?
with named as (
    select claim, claim_id from series_claims
    union all
    select claim, claim_id from worded_claims
)

select named.claim_id,
       case outcomes.reason when 1 then 'conflicting' when 2 then 'corroborated' else 'unsourced' end as verdict,
       case outcomes.reason when 1 then 'conflicts' when 2 then 'agrees' when 3 then 'copies only' when 4 then 'near'
                            when 5 then 'not comparable' else 'alone' end as reason_code
from outcomes
join named on named.claim = outcomes.claim
