-- Which series are not even held against themselves? They are in the table all the same, and nothing follows.
insert into series_edges
select series, series, 0, 0, 0, 0, 0, 0, 0, 0
from linked
where series not in (
    select series from series_edges where series = other and series in (select series from linked)
)
