-- How far do the series reach whose figures were read?
create or replace temp table read_extremes as
select * from series_extremes where series in (select series from read_kinds)
