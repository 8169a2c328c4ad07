-- Which claims does the article make? One that a person has set apart stands on its own topic.
insert into claims
with given as (
    select unnest(from_json_strict($rows::json, '[{"extraction_id": "varchar", "claim_id": "varchar", "article_id": "varchar",
        "topic_id": "varchar", "aspect": "varchar", "modality": "varchar", "dimension": "varchar", "event": "varchar",
        "counted": "varchar", "basis": "varchar", "basis_open": "boolean", "period_state": "varchar",
        "period_start": "date", "period_until": "date", "first_month": "integer", "months": "integer", "counted_on": "date",
        "value": "decimal(30, 9)", "document": "varchar"}]')) as claim
),

told as (
    select claim.* from given
)

select told.* replace (coalesce(apart.topic_id, told.topic_id) as topic_id),
       case when apart.topic_id is not null then told.topic_id end as words_topic
from told
left join standing_partings as apart on apart.claim_id = told.claim_id
on conflict do nothing
