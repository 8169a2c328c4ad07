-- Which topics of these articles stand beside another article's that nobody has held against them yet, and how close?
with focus as (
    select * from live_claims where article_id in (select unnest($articles::varchar[]))
),

-- A word that few topics have says more than one that many have.
weights as (
    select word, 1 + ln((select count(*) from topics) / count(*)) as weight
    from topic_words
    where word in (select word from topic_words where topic_id in (select topic_id from focus))
    group by word
),

neighbours as (
    select near.topic_id, far.topic_id as other_topic, sum(weights.weight) as shared
    from topic_words as near
    join weights on weights.word = near.word
    join topic_words as far on far.word = near.word and far.topic_id <> near.topic_id
    where near.topic_id in (select topic_id from focus)
    group by near.topic_id, far.topic_id
),

happenings as (
    select topic_id
    from topics
    where event <> '' and topic_id in (select topic_id from neighbours union all select other_topic from neighbours)
),

-- Only topics with claims that could be held against each other once their topics are tied, in whatever manner the
-- figures are reckoned: that is of the claims and not of what they are about.
comparable as (
    select distinct neighbours.topic_id, neighbours.other_topic, neighbours.shared
    from focus as claim
    join neighbours on neighbours.topic_id = claim.topic_id
    join live_claims as other
      on other.topic_id = neighbours.other_topic
     and other.article_id <> claim.article_id
     and other.aspect = claim.aspect
     and split_part(other.dimension, ', ', 1) = split_part(claim.dimension, ', ', 1)
     and other.modality = claim.modality
    where claim.aspect in ('amount', 'change', 'share', 'tally')
      and (claim.topic_id in (from happenings) or other.topic_id in (from happenings)
           or claim.period_state <> 'known' or other.period_state <> 'known'
           or (claim.period_start = other.period_start and claim.period_until = other.period_until))
),

-- Of a store that says much about one subject only the closest, decided or not: what is held must not grow with it.
closest as (
    select topic_id, other_topic,
           row_number() over (
               partition by topic_id order by starts_with(other_topic, $alone), shared desc, other_topic
           ) as place
    from comparable
)

select topic_id, least(topic_id, other_topic) as first_topic, greatest(topic_id, other_topic) as second_topic
from closest
where place <= $most
  and not exists (
    select 1 from ties
    where ties.first_topic = least(topic_id, other_topic) and ties.second_topic = greatest(topic_id, other_topic)
)
order by topic_id, place
