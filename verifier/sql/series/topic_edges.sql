-- How does each topic stand to itself and to those it is tied to?
create or replace temp table topic_edges as
with said as (
    select first_topic, second_topic, relation, said_by, seq
    from ties where first_topic in (select topic_id from linking)
    union
    select first_topic, second_topic, relation, said_by, seq
    from ties where second_topic in (select topic_id from linking)
),

-- As current_ties weighs them, but only these.
decided as (
    select first_topic, second_topic,
           arg_min(relation, case said_by when 'person' then 1 when 'code' then 2 else 3 end * 1000000 - seq) as relation
    from said
    group by first_topic, second_topic
),

both_ways as (
    select topic_id, topic_id as other_topic, 'same' as relation from linking
    union all
    select unnest([first_topic, second_topic]), unnest([second_topic, first_topic]), relation
    from decided
    where relation <> 'other'
),

about as materialized (
    select topic_id, counted = 'price' as priced,
           event = '' and (item = '' or (actor = '' and counted <> 'price')) as is_open
    from topics
    where topic_id in (select other_topic from both_ways)
)

-- Where either topic leaves open whose it is or of what, nothing conflicts within one article.
select both_ways.topic_id, both_ways.other_topic, both_ways.relation, mine.priced,
       case when both_ways.relation = 'same' and not mine.is_open and not others.is_open then 1 else 0 end as within
from both_ways
join about as mine on mine.topic_id = both_ways.topic_id
join about as others on others.topic_id = both_ways.other_topic
