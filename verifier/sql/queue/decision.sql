-- What does this one decision say?
select decision, claim_id, person, kind, verdict, note, machine, seen, about, stood, stands, batch_id,
       strftime(said_at at time zone 'UTC', '%Y-%m-%dT%H:%M:%SZ') as moment
from decisions
where decision = $decision
