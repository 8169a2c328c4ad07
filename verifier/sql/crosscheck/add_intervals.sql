-- Between which numbers do the figures of these claims lie?
insert into intervals
select entry.*
from (
    select unnest(from_json_strict($rows::json, '[{"extraction_id": "varchar", "claim_id": "varchar", "reading": "varchar",
        "usual": "boolean", "low": "decimal(30, 9)", "high": "decimal(30, 9)",
        "hard_low": "decimal(30, 9)", "hard_high": "decimal(30, 9)"}]')) as entry
)
on conflict do nothing
