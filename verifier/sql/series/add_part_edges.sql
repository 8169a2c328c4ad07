-- Which series are of the parts of which others, so that one above its whole conflicts?
insert into series_edges
with linking_topics as (
    select distinct measure, counted, item, actor
    from topics
    where topic_id in (select topic_id from linking)
      and counted in ('amount', 'value') and item <> '' and actor <> '' and event = ''
),

near_topics as (
    select topics.topic_id, topics.measure, topics.counted, topics.item, topics.actor, topics.counterparty
    from topics
    join linking_topics as mine
      on mine.measure = topics.measure and mine.counted = topics.counted
     and mine.item = topics.item and mine.actor = topics.actor
    where topics.event = ''
),

about as (
    select subjects.subject, near_topics.*
    from subjects
    join near_topics on near_topics.topic_id = subjects.topic_id
    where subjects.aspect = 'amount'
),

amounts as (
    select series.series, about.topic_id, series.dimension, series.modality, series.period_start, series.period_until,
           about.measure, about.counted, about.item, about.actor, about.counterparty
    from series
    join about on about.subject = series.subject
    where not series.happening and series.period_state = 'known' and series.modality <> 'forecast'
      and not contains(series.dimension, ', ')
),

-- Over counterparty or over time, never over both and never over items. Over time only what adds up.
parts as (
    select part.series as part, whole.series as whole, part.topic_id, whole.topic_id as other_topic
    from amounts as part
    join amounts as whole
      on whole.measure = part.measure and whole.item = part.item and whole.actor = part.actor
     and whole.counted = part.counted and whole.dimension = part.dimension and whole.modality = part.modality
     and whole.period_start = part.period_start and whole.period_until = part.period_until
    where part.counterparty <> '' and whole.counterparty = ''
    union all
    select part.series, whole.series, part.topic_id, whole.topic_id
    from amounts as part
    join amounts as whole
      on whole.measure = part.measure and whole.item = part.item and whole.actor = part.actor
     and whole.counted = part.counted and whole.dimension = part.dimension and whole.modality = part.modality
     and whole.counterparty = part.counterparty
    where part.measure in (select unnest($flows::varchar[]))
      and whole.period_start <= part.period_start and whole.period_until >= part.period_until
      and whole.series <> part.series
      and (whole.period_start <> part.period_start or whole.period_until <> part.period_until)
),

chosen as (
    select * from parts
    where topic_id in (select topic_id from linking) or other_topic in (select topic_id from linking)
)

select part, whole, 0, 0, 0, 1, 0, 1, 1, 0 from chosen
union all
select whole, part, 0, 0, 1, 0, 0, 1, 1, 0 from chosen
