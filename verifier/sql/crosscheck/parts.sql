-- Which amounts of these articles are above the whole they are part of, or below one of their parts?
insert into comparisons
with amounts as (
    select live_claims.*, topics.measure, topics.item, topics.actor, topics.counterparty,
           intervals.hard_low, intervals.hard_high
    from live_claims
    join topics using (topic_id)
    join intervals on intervals.extraction_id = live_claims.extraction_id
                  and intervals.claim_id = live_claims.claim_id
    where live_claims.aspect = 'amount' and live_claims.event = '' and live_claims.period_state = 'known'
      and live_claims.modality <> 'forecast'
      and topics.counted in ('amount', 'value') and topics.item <> '' and topics.actor <> ''
),

mine as (
    select * from amounts where article_id in (select unnest($articles::varchar[]))
),

-- Part and whole run over counterparty or over time, never over both and never over items. Over time only what adds up:
-- a month's sales are part of the year's, its stocks, staff or average are not.
pairs as (
    select mine.claim_id, mine.article_id, other.claim_id as other_id, other.article_id as other_article,
           case when mine.counterparty = other.counterparty
                then other.period_start <= mine.period_start and other.period_until >= mine.period_until
                else mine.counterparty <> '' end as is_part,
           mine.hard_low, mine.hard_high, other.hard_low as other_low, other.hard_high as other_high
    from mine
    join amounts as other
      on other.measure = mine.measure and other.item = mine.item and other.actor = mine.actor
     and other.counted = mine.counted and other.dimension = mine.dimension and other.modality = mine.modality
    where (mine.period_start = other.period_start and mine.period_until = other.period_until
           and mine.counterparty <> other.counterparty and (mine.counterparty = '' or other.counterparty = ''))
       or (mine.counterparty = other.counterparty and mine.measure in (select unnest($flows::varchar[]))
           and (mine.period_start <> other.period_start or mine.period_until <> other.period_until)
           and ((other.period_start <= mine.period_start and other.period_until >= mine.period_until)
                or (mine.period_start <= other.period_start and mine.period_until >= other.period_until)))
)

select claim_id, article_id, other_id, other_article,
       'conflicts' as relation, case when is_part then 'above its whole' else 'below its part' end as cause, '' as note,
       'same' as topics, false as dates_open, false as basis_open, false as counted_open
from pairs
group by claim_id, article_id, other_id, other_article, is_part
-- Under every reading of their units.
having min(case when is_part and hard_low > other_high or not is_part and other_low > hard_high then 1 else 0 end) = 1
