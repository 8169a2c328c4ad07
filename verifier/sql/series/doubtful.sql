-- Against whom are those series held that leave open of what or whose they are, and may mean another item or country?
create or replace temp table doubtful as
with around as (
    select series from touched
    union
    select series
    from series
    where subject in (select subject from subjects where topic_id in (select topic_id from linking))
),

near as (
    select series.series, topics.topic_id, topics.item, topics.actor
    from series
    join topics on topics.topic_id = series.topic_id
    where topics.event = '' and (topics.item = '' or topics.actor = '')
      and series.series in (
          select series from around
          union
          select series from series_edges where compares = 1 and other in (select series from around)
      )
),

beside as (
    select near.series, near.item = '' as item_open, near.actor = '' as actor_open,
           series_edges.other, others.topic_id, topics.item, topics.actor
    from near
    join series_edges on series_edges.series = near.series and series_edges.compares = 1
    join series as others on others.series = series_edges.other and others.topic_id <> near.topic_id
    join topics on topics.topic_id = others.topic_id
)

select *
from beside
where series in (
    select series from beside group by series having count(distinct item) > 1 or count(distinct actor) > 1
    union
    select series from misfits
)
