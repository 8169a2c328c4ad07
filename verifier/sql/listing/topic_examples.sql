-- In which words does an article speak of each of these topics, and how many claims are there on it now?
with spoken as materialized (
    select rowid as place, topic_id, claim_id, extraction_id, aspect
    from claims
    where topic_id in (select unnest($topics::varchar[]))
),

examples as (
    select topic_id, arg_min(place, (aspect in ('event', 'rank'), claim_id)) as place
    from spoken
    group by topic_id
),

live as (
    select current_extractions.extraction_id
    from current_extractions
    join current_articles on current_articles.article_id = current_extractions.article_id
    where current_extractions.extraction_id in (select extraction_id from spoken)
),

current_claims as (
    select spoken.topic_id, count(*) as claims
    from spoken
    join live on live.extraction_id = spoken.extraction_id
    group by spoken.topic_id
),

named as (
    select topic_id, arg_max(name, parting) as name
    from partings
    where kind = 'apart' and topic_id in (select unnest($topics::varchar[]))
    group by topic_id
)

select topics.topic_id, topics.measure, topics.counted, topics.item, topics.actor, topics.counterparty, topics.event,
       claims.document, coalesce(current_claims.claims, 0) as claims, coalesce(named.name, '') as name
from topics
left join examples on examples.topic_id = topics.topic_id
left join claims on claims.rowid = examples.place
left join current_claims on current_claims.topic_id = topics.topic_id
left join named on named.topic_id = topics.topic_id
where topics.topic_id in (select unnest($topics::varchar[]))
