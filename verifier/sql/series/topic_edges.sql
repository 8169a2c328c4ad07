-- How does each topic stand to itself and to those it is tied to?
create or replace temp table topic_edges as
with decided as (
    select first_topic, second_topic, relation from current_ties where first_topic in (select topic_id from linking)
    union
    select first_topic, second_topic, relation from current_ties where second_topic in (select topic_id from linking)
),

both_ways as (
    select topic_id, topic_id as other_topic, 'same' as relation from linking
    union all
    select first_topic, second_topic, relation from decided where relation <> 'other'
    union all
    select second_topic, first_topic, relation from decided where relation <> 'other'
)

-- Where either topic leaves open whose it is or of what, nothing conflicts within one article.
select both_ways.topic_id, both_ways.other_topic, both_ways.relation, topics.counted = 'price' as priced,
       case when both_ways.relation = 'same'
             and not (topics.event = '' and (topics.item = '' or (topics.actor = '' and topics.counted <> 'price')))
             and not (others.event = '' and (others.item = '' or (others.actor = '' and others.counted <> 'price')))
            then 1 else 0 end as within
from both_ways
join topics on topics.topic_id = both_ways.topic_id
join topics as others on others.topic_id = both_ways.other_topic
