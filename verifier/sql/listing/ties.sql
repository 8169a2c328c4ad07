-- Which ties between topics are wanted, and how many are there in all?
with chosen as (
    select *
    from current_ties
    where (not $unclear or relation in ('unclear', 'open'))
      and (not $topical
           or first_topic in (select topic_id from meant) or second_topic in (select topic_id from meant))
)

select chosen.first_topic, chosen.second_topic, chosen.relation, chosen.why,
       case chosen.said when 1 then 'person' when 2 then 'code' else 'model' end as said_by, chosen.person,
       count(*) over () as in_all
from chosen
join topics as first on first.topic_id = chosen.first_topic
join topics as second on second.topic_id = chosen.second_topic
order by first.measure, first.item, first.actor, chosen.first_topic,
         second.measure, second.item, second.actor, chosen.second_topic
limit $most
