-- Which attempts failed last, of webhooks that have not ended?
select attempts.webhook_id, attempts.stream, attempts.number, attempts.failure,
       strftime(attempts.tried_at at time zone 'UTC', '%Y-%m-%dT%H:%M:%SZ') as moment
from webhook_attempts as attempts
where attempts.failure <> ''
  and attempts.webhook_id not in (select webhook_id from webhook_steps where kind = 'ended')
order by attempts.attempt desc
limit $most
