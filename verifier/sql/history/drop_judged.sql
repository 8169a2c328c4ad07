-- Which claims stand otherwise in the queue than they did, or no more?
delete from judged_claims
where claim in (select claim from changes) or claim_id in (select claim_id from left_claims)
