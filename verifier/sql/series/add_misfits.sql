-- Which of those have the same figure as another item or country, so that the one they are held against is not meant?
insert into misfits
with fitting as (
    select distinct doubtful.series, doubtful.topic_id, doubtful.item, doubtful.actor
    from doubtful
    join series_figures as mine on mine.series = doubtful.series
    join series_figures as theirs on theirs.series = doubtful.other and mine.low <= theirs.high and theirs.low <= mine.high
),

one_thing as (
    select first_topic as topic_id, second_topic as other_topic from current_ties where relation = 'same'
    union all
    select second_topic, first_topic from current_ties where relation = 'same'
)

select distinct doubtful.series, doubtful.other
from doubtful
join fitting on fitting.series = doubtful.series
where ((doubtful.item_open and fitting.item <> '' and fitting.item <> doubtful.item)
       or (doubtful.actor_open and fitting.actor <> '' and fitting.actor <> doubtful.actor))
  and (doubtful.topic_id, fitting.topic_id) not in (select (topic_id, other_topic) from one_thing)
