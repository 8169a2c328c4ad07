-- Which number does this decision get? None where the claim was decided otherwise since the person looked.
insert into decisions (decision, claim_id, person, kind, verdict, note, machine, seen, about, stood, stands, batch_id)
with numbered as (
    select coalesce(max(decision), 0) + 1 as decision from decisions
),

before as (
    select coalesce(max(version), 0) as version, coalesce(max(decision), 0) as stood
    from standing_decisions
    where claim_id = $claim
)

select numbered.decision, $claim, $person, $kind, $verdict, $note, $machine, $seen, $about, before.stood,
       case $kind when 'decide' then numbered.decision when 'note' then before.stood else $stands end, $batch
from numbered
cross join before
where before.version = $seen or $kind = 'note'
returning decision
