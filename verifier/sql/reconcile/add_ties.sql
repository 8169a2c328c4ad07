-- How do these pairs of topics stand to each other?
insert into ties (first_topic, second_topic, relation, why, said_by)
select tie.*
from (
    select unnest(from_json_strict($rows::json, '[{"first_topic": "varchar", "second_topic": "varchar",
        "relation": "varchar", "why": "varchar", "said_by": "varchar"}]')) as tie
)
on conflict do nothing
