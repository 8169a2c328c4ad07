-- Which series have claims left?
create or replace temp table touched as
select distinct series from series_claims where article in (select article from stale)
