-- Of what contradicted these claims up to a moment, of what is it open whether that is about the same thing, and why?
-- "" as the reason: what contradicted it was not written down.
with said as (
    select claim_id, other_id, reason, seq = max(seq) over (partition by claim_id) as is_last
    from history
    where claim_id in (select unnest($claims::varchar[]))
      and seq <= (select coalesce(max(seq), 0) from moments
                  where $moment::timestamptz is null or noted_at <= $moment::timestamptz)
),

pairs as materialized (
    select claim_id, other_id, bool_or(is_last) as is_last
    from said
    where reason = 'conflicts'
    group by claim_id, other_id
),

-- As they were read last.
topics_told as materialized (
    select claims.claim_id, arg_max(claims.topic_id, extractions.added_at) as topic_id
    from claims
    join extractions on extractions.extraction_id = claims.extraction_id
    where claims.claim_id in (select claim_id from pairs union select other_id from pairs)
    group by claims.claim_id
),

-- Without an order: a tie is between two topics.
on_topics as materialized (
    select pairs.*, least(mine.topic_id, theirs.topic_id) as first_topic,
           greatest(mine.topic_id, theirs.topic_id) as second_topic
    from pairs
    join topics_told as mine on mine.claim_id = pairs.claim_id
    join topics_told as theirs on theirs.claim_id = pairs.other_id
),

-- As in current_ties, which would weigh every word on every pair first.
weighed as (
    select first_topic, second_topic, relation, why,
           case said_by when 'person' then 1 when 'code' then 2 else 3 end * 1000000 - seq as weight
    from ties
    where first_topic in (select first_topic from on_topics)
),

tied as (
    select first_topic, second_topic, arg_min(why, weight) as why
    from weighed
    group by first_topic, second_topic
    having arg_min(relation, weight) in ('unclear', 'open')
)

select on_topics.claim_id, on_topics.other_id, on_topics.is_last, tied.why
from on_topics
join tied on tied.first_topic = on_topics.first_topic and tied.second_topic = on_topics.second_topic
union all
select claim_id, other_id, is_last, '' from pairs where other_id = ''
