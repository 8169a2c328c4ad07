-- Which number does each of these rows get? None where something else was said on the matter since the person looked.
insert into decisions (
    decision, claim_id, person, matter, kind, verdict, assignee, note, machine, seen, about, stood, stands, batch_id
)
with said as (
    select unnest($claims::varchar[]) as claim_id,
           unnest($machines::varchar[]) as machine,
           unnest($seen::bigint[]) as seen,
           unnest($abouts::bigint[]) as about,
           unnest($stands::bigint[]) as stands, -- NULL is the row itself
           generate_subscripts($claims::varchar[], 1) as place
),

before as (
    select claim_id, max(decision) as version, arg_max(stands, decision) as stood
    from decisions
    where matter = $matter and matter <> 'note' and claim_id in (select claim_id from said)
    group by claim_id
),

fresh as (
    select said.*, coalesce(before.stood, 0) as stood,
           row_number() over (order by said.place) + (select coalesce(max(decision), 0) from decisions) as decision
    from said
    left join before on before.claim_id = said.claim_id
    where coalesce(before.version, 0) = said.seen or $matter = 'note'
)

select decision, claim_id, $person, $matter, $kind, $verdict, $assignee, $note, machine, seen, about, stood,
       coalesce(stands, decision), case when $batched then coalesce($batch, min(decision) over ()) end
from fresh
order by decision
returning claim_id, decision, batch_id
