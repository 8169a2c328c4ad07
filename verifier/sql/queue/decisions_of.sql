-- What did this person decide last, in order? Notes aside: they cannot be taken back.
select decision, claim_id, person, kind, verdict, note, machine, seen, about, stood, stands, batch_id,
       strftime(said_at at time zone 'UTC', '%Y-%m-%dT%H:%M:%SZ') as moment
from (
    select * from decisions where person = $person and kind <> 'note' order by decision desc limit $most
)
order by decision
