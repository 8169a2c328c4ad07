-- Against which others are those series held?
create or replace temp table read_edges as
select * from series_edges where series in (select series from read_members)
