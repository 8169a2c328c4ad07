-- Of which series may it be told otherwise now what they mean? Any: their ties may be others.
create or replace temp table shaken as
select series from series
