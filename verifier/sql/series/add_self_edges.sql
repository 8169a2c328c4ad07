-- Which series are not even held against themselves? They are in the table all the same, and nothing follows.
insert into series_edges
select series, series, 0, 0, 0, 0, 0, 0, 0
from series
where topic_id in (select topic_id from linking)
  and series not in (select series from series_edges where series = other)
