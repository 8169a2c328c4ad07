-- Where one article states two of an amount, its change and the amount before: does the third, stated anywhere, fit?
create or replace temp table sums as
with at_hand as (
    select topic_id from live_claims where article_id in (select article_id from focus)
),

tied as (
    select first_topic as topic_id, second_topic as other_topic, case said when 2 then '' else why end as note
    from current_ties where relation = 'same'
    union all
    select second_topic, first_topic, case said when 2 then '' else why end
    from current_ties where relation = 'same'
),

near as (
    select topic_id from at_hand
    union
    select other_topic from tied where topic_id in (from at_hand)
),

edges as (
    select topic_id, topic_id as other_topic, '' as note from near
    union all
    select topic_id, other_topic, note from tied where topic_id in (from near) and other_topic in (from near)
),

-- Nothing open, nothing planned, nothing adjusted, nothing that rests on the model's word: fit to be reckoned with.
sure as (
    select claim.claim_id, claim.extraction_id, claim.article_id, claim.topic_id, claim.aspect, claim.dimension,
           claim.basis, claim.period_start, claim.period_until, claim.document,
           date_diff('month', claim.period_start, claim.period_until) as months,
           day(claim.period_start) = 1 and day(claim.period_until) = 1 as whole_months
    from live_claims as claim
    join topics using (topic_id)
    where claim.topic_id in (from near)
      and claim.aspect in ('amount', 'change') and claim.modality = 'fact'
      and claim.period_state = 'known' and not claim.basis_open and claim.value is not null
      and topics.counted in ('amount', 'value') and topics.item <> '' and topics.actor <> '' and topics.event = ''
      and json_array_length(claim.document, '$.model_words') = 0
      and not regexp_matches(lower(concat_ws(' ', claim.document ->> '$.topic.measure', claim.document ->> '$.sentence',
                                             claim.document ->> '$.citations')), $unlike)
),

amounts as (
    select * from sure
    where aspect = 'amount' and dimension not in ('', 'percent', 'points', 'ratio') and dimension not like 'temperature%'
      and not contains(dimension, ', ')
),

-- "On the month" has no dates of its own but those of a month before; "a year earlier" has dates, or stays open.
stepped as (
    select sure.*,
           case when document ->> '$.base.kind' = 'basis' then
                    case basis when 'month' then 1 when 'quarter' then 3 when 'half' then 6 when 'year' then 12 end
                when document ->> '$.base.kind' not in ('since', 'by', 'rolling')
                 and document ->> '$.base.part' is null then 0
           end as back
    from sure
    -- "Doubled" and "by a third" are too rough to reckon with.
    where aspect = 'change' and dimension = 'percent' and document ->> '$.figure.dimension' = 'percent'
),

based as (
    select stepped.*,
           case back when 0 then (document ->> '$.base.start')::date
                     else (period_start - to_months(back))::date end as base_start,
           case back when 0 then (document ->> '$.base.until')::date
                     else (period_until - to_months(back))::date end as base_until
    from stepped
    where back = 0 or (whole_months and back in (months, 12))
),

changes as (
    select * from based
    where base_until <= period_start
      and case when whole_months and day(base_start) = 1 and day(base_until) = 1
               then date_diff('month', base_start, base_until) = months
               else base_until - base_start = period_until - period_start end
),

own as (
    select level.claim_id as level_id, change.claim_id as change_id, base.claim_id as base_id, change.article_id
    from changes as change
    join amounts as level
      on level.article_id = change.article_id and level.topic_id = change.topic_id
     and level.period_start = change.period_start and level.period_until = change.period_until
    join amounts as base
      on base.article_id = change.article_id and base.topic_id = change.topic_id
     and base.period_start = change.base_start and base.period_until = change.base_until
     and base.dimension = level.dimension
),

-- Two from one article and the third from another: never three articles, never a number that was itself worked out,
-- and none is worked out that the article states.
threes as (
    select 'change' as stated, level_id, change_id, base_id, article_id, '' as note from own
    union all
    select 'base', level.claim_id, change.claim_id, base.claim_id, change.article_id, edges.note
    from changes as change
    join amounts as level
      on level.article_id = change.article_id and level.topic_id = change.topic_id
     and level.period_start = change.period_start and level.period_until = change.period_until
    join edges on edges.topic_id = change.topic_id
    join amounts as base
      on base.article_id <> change.article_id and base.topic_id = edges.other_topic
     and base.period_start = change.base_start and base.period_until = change.base_until
     and base.dimension = level.dimension
    where (level.claim_id, change.claim_id) not in (select (level_id, change_id) from own)
    union all
    select 'level', level.claim_id, change.claim_id, base.claim_id, change.article_id, edges.note
    from changes as change
    join amounts as base
      on base.article_id = change.article_id and base.topic_id = change.topic_id
     and base.period_start = change.base_start and base.period_until = change.base_until
    join edges on edges.topic_id = change.topic_id
    join amounts as level
      on level.article_id <> change.article_id and level.topic_id = edges.other_topic
     and level.period_start = change.period_start and level.period_until = change.period_until
     and level.dimension = base.dimension
    where (base.claim_id, change.claim_id) not in (select (base_id, change_id) from own)
    union all
    select 'change', level.claim_id, change.claim_id, base.claim_id, level.article_id, edges.note
    from changes as change
    join edges on edges.other_topic = change.topic_id
    join amounts as level
      on level.article_id <> change.article_id and level.topic_id = edges.topic_id
     and level.period_start = change.period_start and level.period_until = change.period_until
    join amounts as base
      on base.article_id = level.article_id and base.topic_id = level.topic_id
     and base.period_start = change.base_start and base.period_until = change.base_until
     and base.dimension = level.dimension
    where (level.claim_id, base.claim_id) not in (select (level_id, base_id) from own)
),

bounds as (
    select sure.claim_id, intervals.usual,
           intervals.low::double as low, intervals.high::double as high,
           intervals.hard_low::double as hard_low, intervals.hard_high::double as hard_high
    from sure
    join intervals on intervals.extraction_id = sure.extraction_id and intervals.claim_id = sure.claim_id
),

-- They fit if some amount before, changed by some percentage, is some amount after. Products, for nothing may be
-- divided by nothing; the hair above one lets what touches meet, whatever the last binary digit says.
fitted as (
    select threes.stated, threes.level_id, threes.change_id, threes.base_id, threes.article_id, threes.note,
           bool_or(base.hard_low * (100 + change.hard_low) <= 100 * level.hard_high * 1.000000001
                   and 100 * level.hard_low <= base.hard_high * (100 + change.hard_high) * 1.000000001) as may_fit,
           bool_or(level.usual and base.usual
                   and base.low * (100 + change.low) <= 100 * level.high * 1.000000001
                   and 100 * level.low <= base.high * (100 + change.high) * 1.000000001) as fits,
           case threes.stated when 'base' then threes.level_id when 'level' then threes.base_id
                              else threes.level_id end as first_id,
           case threes.stated when 'change' then threes.base_id else threes.change_id end as second_id,
           case threes.stated when 'base' then threes.base_id when 'level' then threes.level_id
                              else threes.change_id end as stated_id
    from threes
    join bounds as level on level.claim_id = threes.level_id
    join bounds as change on change.claim_id = threes.change_id
    join bounds as base on base.claim_id = threes.base_id
    -- Of an amount that may have fallen to nothing, nothing follows for the amount before.
    where change.hard_low > -99.99
    group by threes.stated, threes.level_id, threes.change_id, threes.base_id, threes.article_id, threes.note
),

-- Where an article gives a figure twice, a contradiction leaves no way out only if none of its figures fits.
judged as (
    select fitted.*,
           case when fits then 'implies'
                when not bool_or(may_fit) over (partition by stated_id, article_id) then 'conflicts'
           end as relation
    from fitted
),

sides as (
    select first_id as claim_id, stated_id as other_id, judged.* from judged
    union all
    select second_id, stated_id, judged.* from judged
    union all
    select stated_id, first_id, judged.* from judged
)

select sides.claim_id, claim.article_id, sides.other_id, other.article_id as other_article, sides.relation, sides.note,
       sides.stated, sides.level_id, sides.change_id, sides.base_id
from sides
join sure as claim on claim.claim_id = sides.claim_id
join sure as other on other.claim_id = sides.other_id
where sides.relation is not null and sides.claim_id in (select claim_id from focus)
qualify row_number() over (
    partition by sides.claim_id, sides.other_id
    order by sides.relation, sides.stated, sides.level_id, sides.change_id, sides.base_id
) = 1
