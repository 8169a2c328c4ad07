-- What was said, the newest first, up to a number? Of what was said of many claims at once only the first row, unless
-- one claim or one batch is asked for. NULL is any. As `reader` may see it, where one is named: while a second opinion
-- on a claim is wanted, without what others think of it.
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
where ($before::bigint is null or decisions.decision < $before)
  and ($person::varchar is null or decisions.person = $person)
  and ($day::date is null or (decisions.said_at at time zone 'UTC')::date = $day)
  and ($claim::varchar is null or decisions.claim_id = $claim)
  and ($batch::bigint is null or decisions.batch_id = $batch)
  and decisions.decision not in (select decision from unseen)
qualify $claim::varchar is not null or $batch::bigint is not null or decisions.batch_id is null
        or row_number() over (partition by decisions.batch_id order by decisions.decision) = 1
order by decisions.decision desc
limit $most
