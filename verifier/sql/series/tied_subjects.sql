-- Which subjects are mentioned beside which, and by what ties of their topics?
create or replace temp table tied_subjects as
with near as (
    select * from subjects where topic_id in (select topic_id from topic_edges)
),

-- Worked out on its own: joined in another order, all subjects of one aspect and dimension would meet.
sides as materialized (
    select near.subject, topic_edges.other_topic, near.aspect, near.dimension,
           topic_edges.relation, topic_edges.priced, topic_edges.within
    from near
    join topic_edges on topic_edges.topic_id = near.topic_id
)

select sides.subject, other.subject as other, sides.relation, sides.priced, sides.within
from sides
join near as other
  on other.topic_id = sides.other_topic and other.aspect = sides.aspect and other.dimension = sides.dimension
