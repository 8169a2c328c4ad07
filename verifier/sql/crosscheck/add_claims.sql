-- Which claims does the article make?
insert into claims
select claim.*
from (
    select unnest(from_json_strict($rows::json, '[{"extraction_id": "varchar", "claim_id": "varchar", "article_id": "varchar",
        "topic_id": "varchar", "aspect": "varchar", "modality": "varchar", "dimension": "varchar", "event": "varchar",
        "counted": "varchar", "basis": "varchar", "basis_open": "boolean", "period_state": "varchar",
        "period_start": "date", "period_until": "date", "first_month": "integer", "months": "integer", "counted_on": "date",
        "value": "decimal(30, 9)", "document": "varchar"}]')) as claim
)
on conflict do nothing
