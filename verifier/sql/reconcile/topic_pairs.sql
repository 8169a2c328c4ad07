-- Which topics of these articles stand beside a topic of another article that nobody has held against them yet?
with focus as (
    select * from live_claims where article_id in (select unnest($articles::varchar[]))
),

neighbours as (
    select distinct near.topic_id, far.topic_id as other_topic
    from topic_words as near
    join topic_words as far on far.word = near.word and far.topic_id <> near.topic_id
    where near.topic_id in (select topic_id from focus)
),

-- Only topics with claims that could be held against each other once their topics are tied.
comparable as (
    select least(claim.topic_id, other.topic_id) as first_topic,
           greatest(claim.topic_id, other.topic_id) as second_topic
    from focus as claim
    join neighbours on neighbours.topic_id = claim.topic_id
    join live_claims as other
      on other.topic_id = neighbours.other_topic
     and other.article_id <> claim.article_id
     and other.aspect = claim.aspect
     and other.dimension = claim.dimension
     and other.modality = claim.modality
    where claim.aspect in ('amount', 'change', 'share', 'tally')
      and (claim.event <> '' or other.event <> ''
           or claim.period_state <> 'known' or other.period_state <> 'known'
           or (claim.period_start = other.period_start and claim.period_until = other.period_until))
)

select distinct first_topic, second_topic
from comparable
where not exists (
    select 1 from ties
    where ties.first_topic = comparable.first_topic and ties.second_topic = comparable.second_topic
)
order by first_topic, second_topic
