-- Of which series may it be told otherwise now what they mean? Those touched, and those that may agree with them.
create or replace temp table shaken as
select series from touched
union
select series from series_edges where compares = 1 and other in (select series from touched)
