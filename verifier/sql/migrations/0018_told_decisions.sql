-- What was said is told in one form, with what held before it; and which of it a reader may not see yet is one question.

create view told_decisions as
select decisions.decision, decisions.claim_id, decisions.person, decisions.matter, decisions.kind, decisions.verdict,
       decisions.assignee, decisions.note, decisions.machine, decisions.seen, decisions.about, decisions.stood,
       decisions.stands, decisions.batch_id, coalesce(before.verdict, before.assignee) as was,
       strftime(decisions.said_at at time zone 'UTC', '%Y-%m-%dT%H:%M:%SZ') as moment
from decisions
left join decisions as before on before.decision = decisions.stood;

-- While a second opinion on a claim is wanted: what others than the reader think of it. Without a reader nothing is unseen.
create macro unseen_by(reader) as table
select decisions.decision
from decisions
join standing_opinions as opinions on opinions.claim_id = decisions.claim_id and opinions.state = 'wanted'
where decisions.person <> reader and (decisions.matter in ('verdict', 'note') or decisions.kind = 'opine');

-- The articles that were handed in, each with what became of it last.
create view standing_additions as
with last_steps as (
    select addition_id, max(step) as step from addition_steps group by addition_id
)
select additions.addition_id, additions.name, additions.text, additions.title, additions.publisher, additions.published,
       additions.person, additions.added_at, coalesce(steps.outcome, 'again') as outcome,
       coalesce(steps.why, '') as why, steps.article_id
from additions
left join last_steps on last_steps.addition_id = additions.addition_id
left join addition_steps as steps on steps.addition_id = last_steps.addition_id and steps.step = last_steps.step;
