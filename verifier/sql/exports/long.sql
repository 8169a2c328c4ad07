-- Of how many decisions that hold has the claim so many characters or more?
select count(*) as claims
from decided
where fate = 'held'
  and claim_id in (select claim_id from live_claims where length(document ->> '$.statement') >= $advised)
