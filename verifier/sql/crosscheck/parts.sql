-- Which amounts in focus are above the whole they are part of, or below one of their parts?
insert into comparisons
with asked as (
    select focus.topic_id, topics.measure, topics.counted as counts, topics.item, topics.actor
    from focus
    join topics using (topic_id)
    where focus.aspect = 'amount' and topics.event = ''
      and topics.counted in ('amount', 'value') and topics.item <> '' and topics.actor <> ''
),

near_topics as materialized (
    select topics.topic_id, topics.measure, topics.counted as counts, topics.item, topics.actor, topics.counterparty
    from topics
    join (select distinct measure, counts, item, actor from asked) as mine
      on mine.measure = topics.measure and mine.counts = topics.counted
     and mine.item = topics.item and mine.actor = topics.actor
    where topics.event = ''
),

amounts as materialized (
    select claims.rowid as place, claims.claim_id, claims.extraction_id, claims.article_id, claims.dimension,
           claims.modality, claims.period_start, claims.period_until,
           near_topics.measure, near_topics.counts, near_topics.item, near_topics.actor, near_topics.counterparty
    from claims
    join near_topics using (topic_id)
    where claims.aspect = 'amount' and claims.period_state = 'known'
      and claims.modality <> 'forecast' and not contains(claims.dimension, ', ')
),

-- Whatever their units mean: the ends of all readings together.
reaching as materialized (
    select amounts.*, ends.hard_low, ends.hard_high
    from amounts
    join (
        select amounts.place, min(intervals.hard_low) as hard_low, max(intervals.hard_high) as hard_high
        from amounts
        join intervals on intervals.extraction_id = amounts.extraction_id and intervals.claim_id = amounts.claim_id
        group by amounts.place
    ) as ends on ends.place = amounts.place
),

mine as materialized (
    select * from reaching where (extraction_id, claim_id) in (select (extraction_id, claim_id) from focus)
),

-- Part and whole run over counterparty or over time, never over both and never over items. Over time only what adds up:
-- a month's sales are part of the year's, its stocks, staff or average are not; nor what is reckoned in a manner.
found as (
    select mine.claim_id, mine.article_id, other.claim_id as other_id, other.article_id as other_article,
           other.extraction_id as other_extraction,
           mine.counterparty <> '' as is_part,
           mine.hard_low, mine.hard_high, other.hard_low as other_low, other.hard_high as other_high
    from mine
    join reaching as other
      on other.measure = mine.measure and other.item = mine.item and other.actor = mine.actor
     and other.counts = mine.counts and other.dimension = mine.dimension and other.modality = mine.modality
     and other.period_start = mine.period_start and other.period_until = mine.period_until
     and (other.counterparty = '') = (mine.counterparty <> '')
    union all
    select mine.claim_id, mine.article_id, other.claim_id, other.article_id, other.extraction_id,
           other.period_start <= mine.period_start and other.period_until >= mine.period_until,
           mine.hard_low, mine.hard_high, other.hard_low, other.hard_high
    from mine
    join reaching as other
      on other.measure = mine.measure and other.item = mine.item and other.actor = mine.actor
     and other.counts = mine.counts and other.dimension = mine.dimension and other.modality = mine.modality
     and other.counterparty = mine.counterparty
    where mine.measure in (select unnest($flows::varchar[]))
      and (mine.period_start <> other.period_start or mine.period_until <> other.period_until)
      and ((other.period_start <= mine.period_start and other.period_until >= mine.period_until)
           or (mine.period_start <= other.period_start and mine.period_until >= other.period_until))
)

-- Few are; only of those need it be known whether they still count.
select claim_id, article_id, other_id, other_article,
       'conflicts' as relation, case when is_part then 'above its whole' else 'below its part' end as cause, '' as note,
       'same' as topics, false as dates_open, false as basis_open, false as counted_open
from found
where case when is_part then hard_low > other_high else other_low > hard_high end
  and (other_extraction, other_id) in (select (extraction_id, claim_id) from live_claims)
