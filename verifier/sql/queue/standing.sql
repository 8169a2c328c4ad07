-- How does this claim stand with the people and with the machine?
select $claim as claim_id,
       coalesce(any_value(standing.version), 0) as version,
       coalesce(any_value(standing.decision), 0) as decision,
       any_value(standing.verdict) as verdict,
       any_value(standing.machine) as seen_verdict,
       coalesce((select verdict from verdicts where claim_id = $claim), '') as machine
from (select * from standing_decisions where claim_id = $claim) as standing
