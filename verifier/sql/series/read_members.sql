-- Which claims have to be read for those series?
create or replace temp table read_members as
select * from series_claims where series in (select series from asked_series)
