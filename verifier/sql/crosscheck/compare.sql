-- How does each claim of these articles stand to every claim it could be held against?
create or replace temp table comparisons as
with focus as (
    select * from live_claims where article_id in (select unnest($articles::varchar[]))
),

edges as (
    select topic_id, topic_id as other_topic, 'same' as relation, '' as why, 2 as said
    from topics
    union all
    select first_topic, second_topic, relation, why, said
    from current_ties
    where relation <> 'other'
    union all
    select second_topic, first_topic,
           case relation when 'narrower' then 'broader' when 'broader' then 'narrower' else relation end,
           why, said
    from current_ties
    where relation <> 'other'
),

pairs as (
    select claim.claim_id, claim.extraction_id, claim.article_id, claim.aspect, claim.dimension,
           other.claim_id as other_id, other.extraction_id as other_extraction, other.article_id as other_article,
           claim.value, other.value as other_value,
           edges.relation as topics, edges.why as topics_why, edges.said,
           claim.article_id = other.article_id as within,
           claim.modality = other.modality as one_modality,
           claim.modality = 'forecast' and coalesce(
               lower(claim.document ->> '$.attribution') <> lower(other.document ->> '$.attribution'), true
           ) as forecasts_apart,
           claim.event <> '' and other.event <> '' as one_event,
           (topics.event = '' and (topics.item = '' or (topics.actor = '' and topics.counted <> 'price')))
               or (others.event = '' and (others.item = '' or (others.actor = '' and others.counted <> 'price')))
               as unsaid,
           topics.counted = 'price' and claim.aspect = 'amount' as is_price,
           claim.aspect in ('change', 'share')
               and (claim.counted <> other.counted or claim.counted = 'either') as counted_open,
           claim.basis = other.basis as one_basis,
           claim.basis_open or other.basis_open as basis_open,
           claim.period_state, other.period_state as other_state,
           claim.period_start, claim.period_until,
           other.period_start as other_start, other.period_until as other_until,
           claim.counted_on, other.counted_on as other_counted_on,
           article.published, counterpart.published as other_published,
           claim.first_month, claim.months, other.first_month as other_month, other.months as other_months
    from focus as claim
    join topics on topics.topic_id = claim.topic_id
    join edges on edges.topic_id = claim.topic_id
    join topics as others on others.topic_id = edges.other_topic
    join live_claims as other
      on other.topic_id = edges.other_topic
     and other.claim_id <> claim.claim_id
     and other.aspect = claim.aspect
     and other.dimension = claim.dimension
    join articles as article on article.article_id = claim.article_id
    join articles as counterpart on counterpart.article_id = other.article_id
    where claim.aspect in ('amount', 'change', 'share', 'tally')
),

-- A pair of figures with ambiguous units meets if any reading makes it meet.
met as (
    select pairs.claim_id, pairs.other_id,
           max(case when near.usual and far.usual
                     and near.low <= far.high and far.low <= near.high then 1 else 0 end) = 1 as likely_meet,
           max(case when near.usual and far.usual
                     and near.hard_low <= far.hard_high and far.hard_low <= near.hard_high then 1 else 0 end) = 1
               as usually_meet,
           max(case when near.hard_low <= far.hard_high and far.hard_low <= near.hard_high then 1 else 0 end) = 1
               as may_meet,
           max(case when near.usual and far.usual and far.hard_low > near.hard_high then 1 else 0 end) = 1
               as other_higher
    from pairs
    join intervals as near on near.claim_id = pairs.claim_id and near.extraction_id = pairs.extraction_id
    join intervals as far on far.claim_id = pairs.other_id and far.extraction_id = pairs.other_extraction
    group by pairs.claim_id, pairs.other_id
),

-- Of one happening the happening is the key and not the day; half a year apart, one name is two happenings.
periods as (
    select *,
           case
               when one_event and (
                   coalesce(period_start, published) > coalesce(other_start, other_published) + interval '180' day
                   or coalesce(other_start, other_published) > coalesce(period_start, published) + interval '180' day
               ) then 'differs'
               when one_event and within and aspect <> 'tally' and period_start <> other_start then 'differs'
               when one_event then 'same'
               when period_state = 'none' and other_state = 'none' then 'same'
               when period_state = 'none' or other_state = 'none' then 'open'
               when period_state = 'fuzzy' or other_state = 'fuzzy' then
                   case when (period_start is null or other_start is null or period_start = other_start)
                         and (period_until is null or other_until is null or period_until = other_until)
                         and (first_month is null or other_month is null or first_month = other_month)
                        then 'open' else 'differs' end
               when period_state = 'known' and other_state = 'known' then
                   case when period_start = other_start and period_until = other_until then 'same' else 'differs' end
               when period_state = 'open end' or other_state = 'open end' then
                   case when period_start is null or other_start is null or period_start = other_start
                        then 'open' else 'differs' end
               when first_month = other_month and months = other_months then 'open'
               else 'differs'
           end as dates
    from pairs
),

-- A count is of the day the article says it was made, else of the day the article was published.
tallies as (
    select *,
           coalesce(counted_on, published) as as_of,
           coalesce(other_counted_on, other_published) as other_as_of,
           counted_on is not null and other_counted_on is not null as days_stated
    from periods
),

judged as (
    select tallies.*, met.likely_meet, met.usually_meet, met.may_meet, met.other_higher,
           case
               when not one_modality then 'not comparable: modality'
               when aspect = 'change' and not basis_open and not one_basis then 'not comparable: basis'
               when dates = 'differs' then 'not comparable: period'
               when topics in ('narrower', 'broader', 'overlapping') and aspect <> 'share'
                   then 'not comparable: scope'
               when topics in ('narrower', 'broader', 'overlapping') then
                   case when likely_meet then 'agrees: scope' else 'not comparable: scope' end
               when likely_meet then 'agrees: figures'
               when usually_meet then 'compatible: rounding'
               when may_meet then 'compatible: unit'
               when is_price then 'compatible: price'
               when topics = 'open' or (within and (topics <> 'same' or unsaid)) then 'not comparable: topic open'
               when aspect = 'tally' and one_event then
                   case
                       when as_of is null or other_as_of is null then 'not comparable: day'
                       when as_of = other_as_of and days_stated then 'conflicts: figures'
                       when as_of = other_as_of then 'compatible: same day'
                       when (as_of < other_as_of) = other_higher then 'not comparable: update'
                       else 'conflicts: revised'
                   end
               when dates = 'open' then 'not comparable: period open'
               when aspect = 'change' and basis_open then 'not comparable: basis open'
               when counted_open then 'not comparable: counted open'
               when forecasts_apart then 'not comparable: forecasts'
               when within then 'conflicts: within the article'
               else 'conflicts: figures'
           end as finding
    from tallies
    join met using (claim_id, other_id)
)

select claim_id, article_id, other_id, other_article,
       split_part(finding, ': ', 1) as relation,
       split_part(finding, ': ', 2) as cause,
       case when topics = 'same' and said = 2 then '' else topics_why end as note,
       topics, dates = 'open' as dates_open, basis_open, counted_open
from judged
where not within or finding like 'conflicts%'
