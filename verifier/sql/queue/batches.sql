-- What was said together in each of these batches, in order, so many rows of each at most? As `reader` may see it, where one is
-- named: while a second opinion on a claim is wanted, without what others think of it.
with unseen as (
    select others.decision
    from decisions as others
    join standing_opinions as opinions on opinions.claim_id = others.claim_id and opinions.state = 'wanted'
    where others.person <> $reader::varchar and (others.matter in ('verdict', 'note') or others.kind = 'opine')
)

select decisions.decision, decisions.claim_id, decisions.person, decisions.matter, decisions.kind, decisions.verdict,
       decisions.assignee, decisions.note, decisions.machine, decisions.seen, decisions.about, decisions.stood,
       decisions.stands, decisions.batch_id, coalesce(before.verdict, before.assignee) as was,
       strftime(decisions.said_at at time zone 'UTC', '%Y-%m-%dT%H:%M:%SZ') as moment
from decisions
left join decisions as before on before.decision = decisions.stood
where decisions.batch_id in (select unnest($batches::bigint[]))
  and decisions.decision not in (select decision from unseen)
qualify row_number() over (partition by decisions.batch_id order by decisions.decision) <= $most
order by decisions.decision
