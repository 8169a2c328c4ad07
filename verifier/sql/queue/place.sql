-- Where does this claim stand in the order that is wanted?
select first, second, claim as number
from chosen($sort)
where claim_id = $claim_id
