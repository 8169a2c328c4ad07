-- Which shares of one worldwide whole, held by different countries in one article, add up to more than all of it?
insert into comparisons
with shares as (
    select claim.claim_id, claim.article_id, concat(claim.document ->> '$.topic.actor', ' ', claim.document ->> '$.figure.text') as words,
           topics.measure, topics.counted, topics.item, topics.actor, topics.counterparty,
           claim.period_state, claim.period_start, claim.period_until, intervals.hard_low
    from live_claims as claim
    join topics using (topic_id)
    join intervals on intervals.extraction_id = claim.extraction_id and intervals.claim_id = claim.claim_id
    where claim.article_id in (select article_id from focus)
      and claim.aspect = 'share' and claim.dimension = 'percent' and claim.modality = 'fact'
      and claim.period_state in ('none', 'known') and json_array_length(claim.document, '$.model_words') = 0
      and topics.event = '' and topics.item <> ''
      -- Elsewhere each may have a whole of its own ("60 % of power in Germany, 70 % in Spain") or hold the other.
      and topics.actor in (select unnest($countries::varchar[]))
      and (regexp_matches(topics.measure, $worldwide)
           or regexp_matches(lower(claim.document ->> '$.citations'), concat('of (the )?', $worldwide)))
),

-- Of a country whose share is given twice, the lowest.
lowest as (
    select shares.* from shares
    qualify row_number() over (
        partition by article_id, measure, counted, item, counterparty, period_state, period_start, period_until, actor
        order by hard_low, claim_id
    ) = 1
),

summed as (
    select lowest.*,
           sum(hard_low) over whole as total,
           string_agg(words, ' + ' order by hard_low desc, claim_id) over whole as note
    from lowest
    window whole as (
        partition by article_id, measure, counted, item, counterparty, period_state, period_start, period_until
    )
)

select one.claim_id, one.article_id, other.claim_id as other_id, other.article_id as other_article,
       'conflicts' as relation, 'shares' as cause, one.note, 'same' as topics, false as dates_open,
       false as basis_open, false as counted_open
from summed as one
join summed as other
  on other.article_id = one.article_id and other.measure = one.measure and other.counted = one.counted
 and other.item = one.item and other.counterparty = one.counterparty and other.period_state = one.period_state
 and other.period_start is not distinct from one.period_start
 and other.period_until is not distinct from one.period_until
 and other.actor <> one.actor
where one.total > 100 and one.claim_id in (select claim_id from focus)
