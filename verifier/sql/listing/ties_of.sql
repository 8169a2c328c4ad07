-- How do other topics stand to this one, the nearest first, and how many are there?
with counterparts as (
    select case when first_topic = $topic then second_topic else first_topic end as topic_id,
           -- As the other stands to this one.
           case when second_topic = $topic then relation when relation = 'narrower' then 'broader'
                when relation = 'broader' then 'narrower' else relation end as relation,
           why, said, person
    from current_ties
    where first_topic = $topic or second_topic = $topic
),

speaking as (
    select claims.topic_id, count(*) as claims
    from claims
    join series_extractions on series_extractions.extraction_id = claims.extraction_id
    where claims.topic_id in (select topic_id from counterparts)
    group by claims.topic_id
)

select counterparts.topic_id, counterparts.relation, counterparts.why,
       case counterparts.said when 1 then 'person' when 2 then 'code' else 'model' end as said_by, counterparts.person,
       coalesce(speaking.claims, 0) as claims, count(*) over () as in_all
from counterparts
left join speaking on speaking.topic_id = counterparts.topic_id
order by case counterparts.relation when 'same' then 1 when 'narrower' then 2 when 'broader' then 3
                                    when 'overlapping' then 4 when 'other' then 6 else 5 end,
         claims desc, counterparts.topic_id
limit $most
