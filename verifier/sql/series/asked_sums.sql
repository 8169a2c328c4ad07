-- Which series may a sum tell otherwise now? Those of the amounts and changes, of topics named the same, that make up
-- one with a series touched: all three are of periods as long, months of 28 days as of 31.
insert into asked_series
with named as (
    select first_topic as topic_id, second_topic as other_topic from ties where relation = 'same'
    union all
    select second_topic, first_topic from ties where relation = 'same'
),

summed as (
    select series, topic_id, aspect, period_start, period_until
    from series
    where (aspect = 'amount' or (aspect = 'change' and dimension = 'percent')) and modality = 'fact'
      and period_state = 'known' and not happening
),

changed as (
    select * from summed where series in (select series from touched)
),

beside as (
    select changed.topic_id as other_topic, changed.period_until - changed.period_start as days from changed
    union
    select named.other_topic, changed.period_until - changed.period_start
    from changed
    join named on named.topic_id = changed.topic_id
),

found as (
    select summed.series
    from summed
    join beside on beside.other_topic = summed.topic_id
    where abs(summed.period_until - summed.period_start - beside.days) <= 5
)

select distinct series from found where series not in (select series from asked_series)
