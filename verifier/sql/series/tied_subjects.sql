-- Which subjects are mentioned beside which, and by what ties of their topics?
create or replace temp table tied_subjects as
with subjects as (
    select distinct subject, topic_id, aspect, dimension from series
),

-- Worked out on its own: joined in another order, all subjects of one aspect and dimension would meet.
sides as materialized (
    select subjects.subject, topic_edges.other_topic, subjects.aspect, subjects.dimension,
           topic_edges.relation, topic_edges.priced, topic_edges.within
    from subjects
    join topic_edges on topic_edges.topic_id = subjects.topic_id
)

select sides.subject, other.subject as other, sides.relation, sides.priced, sides.within
from sides
join subjects as other
  on other.topic_id = sides.other_topic and other.aspect = sides.aspect and other.dimension = sides.dimension
