-- Which topics leave open of what or whose they are, and may mean `instead`, another item or country than `other_topic`?
create or replace temp table elsewhere as
with doubted as (
    select topic_id, other_topic from asked_edges where relation in ('same', 'unclear')
    union
    select other_topic, topic_id from asked_edges where relation in ('same', 'unclear')
),

ajar as (
    select doubted.topic_id, doubted.other_topic, topics.item, topics.actor
    from doubted
    join topics on topics.topic_id = doubted.topic_id
    where topics.event = '' and (topics.item = '' or topics.actor = '') and doubted.topic_id <> doubted.other_topic
),

ties_of as (
    select first_topic as topic_id, second_topic as other_topic, relation from current_ties
    union all
    select second_topic, first_topic, relation from current_ties
)

select ajar.topic_id, ajar.other_topic, named.topic_id as instead
from ajar
join topics as others on others.topic_id = ajar.other_topic
join ties_of on ties_of.topic_id = ajar.topic_id and ties_of.relation in ('same', 'unclear', 'open')
join topics as named on named.topic_id = ties_of.other_topic
where ((ajar.item = '' and named.item <> '' and named.item <> others.item)
       or (ajar.actor = '' and named.actor <> '' and named.actor <> others.actor))
  and (others.topic_id, named.topic_id) not in (
      select (topic_id, other_topic) from ties_of where relation = 'same'
  )
