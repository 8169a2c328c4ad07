-- How does each claim in focus stand to every claim on the topics it is held against? `$within`: agreement within its
-- own article is told too.
create or replace temp table comparisons as
-- Found on their topics before anything else is asked of them: of a million claims a few hundred.
with near as materialized (
    select rowid as place, claims.* exclude (document)
    from claims
    where aspect in ('amount', 'change', 'share', 'tally')
      and topic_id in (select topic_id from asked_edges union all select other_topic from asked_edges)
),

-- Of forecasts alone the documents are read: those are long.
forecasters as (
    select rowid as place, lower(document ->> '$.attribution') as forecaster
    from claims
    where rowid in (select place from near where modality = 'forecast')
),

sides as materialized (
    select row_number() over () as n, claims.claim_id, claims.extraction_id, claims.article_id, claims.topic_id,
           claims.claim_id in (select claim_id from focus) as is_asked,
           claims.aspect, claims.dimension, claims.modality, claims.event <> '' as happens, claims.counted,
           topics.event <> '' as of_happening,
           forecasters.forecaster,
           claims.basis, claims.basis_open, claims.period_state, claims.period_start, claims.period_until,
           claims.first_month, claims.months, claims.counted_on, articles.published,
           topics.event = '' and (topics.item = '' or (topics.actor = '' and topics.counted <> 'price')) as unsaid,
           topics.counted = 'price' and claims.aspect = 'amount' as is_price
    from near as claims
    join live_extractions on live_extractions.extraction_id = claims.extraction_id
    join topics on topics.topic_id = claims.topic_id
    join articles on articles.article_id = claims.article_id
    left join forecasters on forecasters.place = claims.place
),

readings as materialized (
    select sides.n, intervals.usual, intervals.low, intervals.high, intervals.hard_low, intervals.hard_high
    from sides
    join intervals on intervals.extraction_id = sides.extraction_id and intervals.claim_id = sides.claim_id
),

-- As in the series: an end of all usual readings, and the ends of all of them.
spans as materialized (
    select n, count(*) as readings, bool_and(usual) as is_usual,
           max(case when usual then low end) as low, min(case when usual then high end) as high,
           min(hard_low) as hard_low, max(hard_high) as hard_high
    from readings
    group by n
),

placed as materialized (
    select sides.*, spans.readings, spans.is_usual, spans.low, spans.high, spans.hard_low, spans.hard_high
    from sides
    join spans on spans.n = sides.n
),

asked as materialized (
    select placed.*, asked_edges.other_topic, asked_edges.relation, asked_edges.why, asked_edges.said
    from placed
    join asked_edges on asked_edges.topic_id = placed.topic_id
    where placed.is_asked
),

pairs as (
    select claim.n, claim.claim_id, claim.article_id, other.n as other_n, other.claim_id as other_id,
           other.article_id as other_article,
           claim.aspect, claim.relation as topics, claim.why as topics_why, claim.said,
           claim.article_id = other.article_id as within,
           claim.modality = other.modality as one_modality,
           claim.modality = 'forecast'
               and (coalesce(claim.forecaster <> other.forecaster, true)
                    or strftime(claim.published, '%Y-%m') is distinct from strftime(other.published, '%Y-%m'))
               as forecasts_apart,
           claim.happens and other.happens as one_event,
           claim.of_happening and other.of_happening as one_story,
           claim.unsaid or other.unsaid as unsaid, claim.is_price,
           claim.aspect in ('change', 'share')
               and (claim.counted <> other.counted or claim.counted = 'either') as counted_open,
           claim.basis = other.basis as one_basis,
           claim.basis_open or other.basis_open as basis_open,
           claim.period_state, other.period_state as other_state,
           claim.period_start, claim.period_until,
           other.period_start as other_start, other.period_until as other_until,
           claim.counted_on, other.counted_on as other_counted_on,
           claim.published, other.published as other_published,
           claim.first_month, claim.months, other.first_month as other_month, other.months as other_months,
           claim.readings + other.readings > 2 as is_ambiguous,
           claim.low <= other.high and other.low <= claim.high as ends_meet,
           claim.hard_low <= other.hard_high and other.hard_low <= claim.hard_high as hard_ends_meet,
           claim.is_usual and other.is_usual as is_usual,
           other.hard_low > claim.hard_high as other_higher
    from asked as claim
    join placed as other
      on other.topic_id = claim.other_topic
     and other.aspect = claim.aspect
     and other.dimension = claim.dimension
     and other.n <> claim.n
),

-- A pair of figures with ambiguous units meets if any reading makes it meet.
met as (
    select pairs.n, pairs.other_n,
           max(case when near.usual and far.usual
                     and near.low <= far.high and far.low <= near.high then 1 else 0 end) = 1 as likely_meet,
           max(case when near.usual and far.usual
                     and near.hard_low <= far.hard_high and far.hard_low <= near.hard_high then 1 else 0 end) = 1
               as usually_meet,
           max(case when near.hard_low <= far.hard_high and far.hard_low <= near.hard_high then 1 else 0 end) = 1
               as may_meet,
           max(case when near.usual and far.usual and far.hard_low > near.hard_high then 1 else 0 end) = 1
               as other_higher
    from (select distinct n, other_n from pairs where is_ambiguous) as pairs
    join readings as near on near.n = pairs.n
    join readings as far on far.n = pairs.other_n
    group by pairs.n, pairs.other_n
),

measured as (
    select pairs.* exclude (other_higher),
           coalesce(ends_meet and is_usual, false) as likely_meet, hard_ends_meet and is_usual as usually_meet,
           hard_ends_meet as may_meet, is_usual and other_higher as other_higher
    from pairs
    where not is_ambiguous
    union all
    select pairs.* exclude (other_higher), met.likely_meet, met.usually_meet, met.may_meet, met.other_higher
    from pairs
    join met on met.n = pairs.n and met.other_n = pairs.other_n
    where is_ambiguous
),

-- Of one happening the happening is the key and not the day, for what is the same for good or only grows; the rest is
-- open but on one day. Half a year apart, one name is two happenings.
periods as (
    select *,
           case
               when one_story and (
                   coalesce(period_start, published) > coalesce(other_start, other_published) + interval '180' day
                   or coalesce(other_start, other_published) > coalesce(period_start, published) + interval '180' day
               ) then 'differs'
               when one_event and within and aspect <> 'tally' and period_start <> other_start then 'differs'
               when one_event then 'same'
               when one_story then
                   case when period_state = 'known' and other_state = 'known'
                         and period_start = other_start and period_until = other_until then 'same' else 'open' end
               when period_state = 'none' and other_state = 'none' then
                   case when abs(coalesce(first_month - other_month, 0)) <= 3 then 'same' else 'open' end
               when period_state = 'none' or other_state = 'none' then 'open'
               -- Not over yet, but told on one day.
               when period_state = 'open end' and other_state = 'open end' and published = other_published
                and period_start = other_start and period_until = other_until then 'same'
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
    from measured
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
    select claim_id, article_id, other_id, other_article, within, topics, topics_why, said, basis_open, counted_open,
           dates = 'open' as dates_open,
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
)

select claim_id, article_id, other_id, other_article,
       split_part(finding, ': ', 1) as relation,
       split_part(finding, ': ', 2) as cause,
       case when topics = 'same' and said = 2 then '' else topics_why end as note,
       topics, dates_open, basis_open, counted_open
from judged
where not within or finding like 'conflicts%' or ($within and finding = 'agrees: figures')
