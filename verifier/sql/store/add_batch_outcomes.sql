-- Of which requests of the batch is it news what came of them? Only the first word on a request counts.
insert into batch_outcomes (batch, request, outcome, why)
select row.batch, row.request, row.outcome, row.why
from (
    select unnest(from_json_strict($rows::json, '[{"batch": "integer", "request": "varchar", "outcome": "varchar",
        "why": "varchar"}]')) as row
)
join batch_requests on batch_requests.batch = row.batch and batch_requests.request = row.request
on conflict do nothing
returning request
