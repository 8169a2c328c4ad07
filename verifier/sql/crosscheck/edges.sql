-- Which topics are those in focus held against?
create or replace temp table asked_edges as
with asked as (
    select distinct topic_id from focus
)

select topic_id, topic_id as other_topic, 'same' as relation, '' as why, 2 as said from asked
union all
select first_topic, second_topic, relation, why, said
from current_ties
where relation <> 'other' and first_topic in (select topic_id from asked)
union all
select second_topic, first_topic,
       case relation when 'narrower' then 'broader' when 'broader' then 'narrower' else relation end,
       why, said
from current_ties
where relation <> 'other' and second_topic in (select topic_id from asked)
