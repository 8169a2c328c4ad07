-- Which requests does the batch carry?
insert into batch_requests (batch, request, label)
select row.*
from (
    select unnest(from_json_strict($rows::json, '[{"batch": "integer", "request": "varchar", "label": "varchar"}]')) as row
)
