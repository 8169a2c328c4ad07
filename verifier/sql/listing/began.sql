-- Since when does the store write down how its verdicts change?
select strftime(min(noted_at) at time zone 'UTC', '%Y-%m-%dT%H:%M:%SZ') as began
from moments
