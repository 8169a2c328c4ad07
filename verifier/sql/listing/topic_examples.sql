-- In which words does an article speak of each of these topics, and how many claims are there on it now?
with spoken as (
    select topic_id, arg_min(document, (aspect in ('event', 'rank'), claim_id)) as document
    from claims
    where topic_id in (select unnest($topics::varchar[]))
    group by topic_id
),

current_claims as (
    select topic_id, count(*) as claims
    from live_claims
    where topic_id in (select unnest($topics::varchar[]))
    group by topic_id
)

select topics.topic_id, topics.measure, topics.counted, topics.item, topics.actor, topics.counterparty, topics.event,
       spoken.document, coalesce(current_claims.claims, 0) as claims
from topics
left join spoken on spoken.topic_id = topics.topic_id
left join current_claims on current_claims.topic_id = topics.topic_id
where topics.topic_id in (select unnest($topics::varchar[]))
