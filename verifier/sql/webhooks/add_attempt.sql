-- What was sent where, and what became of it?
insert into webhook_attempts (attempt, webhook_id, stream, number, claim_id, failure, tried_at)
select coalesce(max(attempt), 0) + 1, $webhook, $stream, $number, $claim, $failure, to_timestamp($now)
from webhook_attempts
