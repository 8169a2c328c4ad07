-- Which requests does the batch carry?
insert into batch_requests (batch, request, label, article_id)
select row.*
from (
    select unnest(from_json_strict($rows::json, '[{"batch": "integer", "request": "varchar", "label": "varchar",
        "article": "varchar"}]')) as row
)
