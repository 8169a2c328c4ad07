-- How far do the series that were read reach?
create or replace temp view extremes as
select series_extremes.*
from series_extremes
where series in (select series from read_kinds)
