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
      and topics.counted in ('amount', 'value') and topics.item <> '' and topics.actor <> ''
),

-- Part and whole run over counterparty or over time, never over both and never over items.
above as (
    select part.claim_id as part_id, part.article_id as part_article,
           whole.claim_id as whole_id, whole.article_id as whole_article,
           min(case when part.hard_low > whole.hard_high then 1 else 0 end) = 1 as holds_under_all_readings
    from amounts as part
    join amounts as whole
      on whole.measure = part.measure and whole.item = part.item and whole.actor = part.actor
     and whole.counted = part.counted and whole.dimension = part.dimension and whole.modality = part.modality
    where (whole.counterparty = '' and part.counterparty <> ''
           and whole.period_start = part.period_start and whole.period_until = part.period_until)
       or (whole.counterparty = part.counterparty
           and whole.period_start <= part.period_start and whole.period_until >= part.period_until
           and (whole.period_start < part.period_start or whole.period_until > part.period_until))
    group by part.claim_id, part.article_id, whole.claim_id, whole.article_id
),

both_ways as (
    select part_id as claim_id, part_article as article_id, whole_id as other_id, whole_article as other_article,
           'above its whole' as cause
    from above where holds_under_all_readings
    union all
    select whole_id, whole_article, part_id, part_article, 'below its part'
    from above where holds_under_all_readings
)

select claim_id, article_id, other_id, other_article,
       'conflicts' as relation, cause, '' as note,
       'same' as topics, false as dates_open, false as basis_open, false as counted_open
from both_ways
where article_id in (select unnest($articles::varchar[]))
