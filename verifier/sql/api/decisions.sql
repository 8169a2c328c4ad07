-- What was said after this row, in order?
select decisions.decision, decisions.claim_id, decisions.person, decisions.matter, decisions.kind, decisions.verdict,
       decisions.assignee, decisions.note, decisions.machine, decisions.seen, decisions.about, decisions.stood,
       decisions.stands, decisions.batch_id, coalesce(before.verdict, before.assignee) as was,
       strftime(decisions.said_at at time zone 'UTC', '%Y-%m-%dT%H:%M:%SZ') as moment
from decisions
left join decisions as before on before.decision = decisions.stood
where decisions.decision > $since
order by decisions.decision
limit $most
