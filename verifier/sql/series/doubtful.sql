-- Against whom are those series held that leave open of what or whose they are, and are held against several things?
create or replace temp table doubtful as
with ajar as (
    select series, topic_id from series where is_open and series in (select series from shaken)
),

beside as (
    select ajar.series, ajar.topic_id, series_edges.other, others.topic_id as other_topic
    from ajar
    join series_edges on series_edges.series = ajar.series and series_edges.compares = 1
    join series as others on others.series = series_edges.other and others.topic_id <> ajar.topic_id
)

select *
from beside
where series in (
    select series from beside group by series having count(distinct other_topic) > 1
    union
    select series from misfits
)
