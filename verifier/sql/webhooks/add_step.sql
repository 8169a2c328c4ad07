-- What was done about this webhook?
insert into webhook_steps (webhook_id, step, kind, person, stepped_at)
select $webhook, coalesce(max(step), 0) + 1, $kind, $person, to_timestamp($now)
from webhook_steps
where webhook_id = $webhook
