-- What was said of any claim, the newest first, up to a number?
select decision, claim_id, person, kind, verdict, note, machine, seen, about, stood, stands, batch_id,
       strftime(said_at at time zone 'UTC', '%Y-%m-%dT%H:%M:%SZ') as moment
from decisions
where $before::bigint is null or decision < $before
order by decision desc
limit $most
