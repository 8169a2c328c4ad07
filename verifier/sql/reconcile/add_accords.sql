-- How do these pairs of claims in words stand to each other?
insert into accords (first_claim, second_claim, relation, why, said_by)
select accord.*
from (
    select unnest(from_json_strict($rows::json, '[{"first_claim": "varchar", "second_claim": "varchar",
        "relation": "varchar", "why": "varchar", "said_by": "varchar"}]')) as accord
)
on conflict do nothing
