-- Where does this claim stand in the order that is wanted?
select first, second, claim
from chosen($reader, $sort, null, null, false, null, null)
where claim_id = $claim_id
