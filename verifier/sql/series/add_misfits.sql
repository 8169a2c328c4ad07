-- Which of those have the same figure as another item or country, so that the one they are held against is not meant?
insert into misfits
with named as (
    select doubtful.series, doubtful.other, doubtful.other_topic, others.item, others.actor,
           mine.item = '' as item_open, mine.actor = '' as actor_open
    from doubtful
    join topics as mine on mine.topic_id = doubtful.topic_id
    join topics as others on others.topic_id = doubtful.other_topic
),

fitting as (
    select distinct named.series, named.other_topic, named.item, named.actor
    from named
    join series_figures as mine on mine.series = named.series
    join series_figures as theirs on theirs.series = named.other and mine.low <= theirs.high and theirs.low <= mine.high
),

one_thing as (
    select first_topic as topic_id, second_topic as other_topic from current_ties where relation = 'same'
    union all
    select second_topic, first_topic from current_ties where relation = 'same'
)

select distinct named.series, named.other
from named
join fitting on fitting.series = named.series
where ((named.item_open and fitting.item <> '' and fitting.item <> named.item)
       or (named.actor_open and fitting.actor <> '' and fitting.actor <> named.actor))
  and (named.other_topic, fitting.other_topic) not in (select (topic_id, other_topic) from one_thing)
