-- Which claims with figures have left the comparisons?
delete from series_claims where article in (select article from stale)
