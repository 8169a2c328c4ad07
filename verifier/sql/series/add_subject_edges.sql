-- Which subjects are mentioned beside which?
insert into subject_edges
with subjects as (
    select distinct subject, topic_id, aspect, dimension from series
)

select subjects.subject, other.subject
from subjects
join topic_edges on topic_edges.topic_id = subjects.topic_id
join subjects as other
  on other.topic_id = topic_edges.other_topic
 and other.aspect = subjects.aspect and other.dimension = subjects.dimension
