-- Which webhooks are there, how far has each come, and how often has it failed since?
with last_steps as (
    select webhook_id, arg_max(kind, step) as kind, arg_max(person, step) as person,
           max(stepped_at) filter (where kind = 'resumed') as resumed_at
    from webhook_steps
    group by webhook_id
),

taken as (
    select webhook_id, max(attempt) as attempt, max(number) filter (where stream = 'decision') as decision,
           max((number, claim_id)) filter (where stream = 'conflict') as conflict
    from webhook_attempts
    where failure = ''
    group by webhook_id
),

failing as (
    select attempts.webhook_id, count(*) as failures, max(attempts.tried_at) as tried_at
    from webhook_attempts as attempts
    left join taken on taken.webhook_id = attempts.webhook_id
    left join last_steps on last_steps.webhook_id = attempts.webhook_id
    where attempts.attempt > coalesce(taken.attempt, 0)
      and (last_steps.resumed_at is null or attempts.tried_at > last_steps.resumed_at)
    group by attempts.webhook_id
)

select webhooks.webhook_id, webhooks.url, webhooks.secret, webhooks.decisions, webhooks.conflicts, webhooks.person,
       strftime(webhooks.made_at at time zone 'UTC', '%Y-%m-%dT%H:%M:%SZ') as made,
       coalesce(last_steps.kind = 'paused', false) as is_paused, coalesce(last_steps.person, '') as paused_by,
       coalesce(taken.decision, webhooks.from_decision) as decision,
       coalesce(taken.conflict[1], webhooks.from_seq) as seq, coalesce(taken.conflict[2], '') as claim,
       coalesce(failing.failures, 0) as failures, coalesce(epoch(failing.tried_at), 0)::double as tried
from webhooks
left join last_steps on last_steps.webhook_id = webhooks.webhook_id
left join taken on taken.webhook_id = webhooks.webhook_id
left join failing on failing.webhook_id = webhooks.webhook_id
where last_steps.kind is distinct from 'ended'
order by webhooks.made_at, webhooks.webhook_id
