-- Which claims in words have left the comparisons?
delete from worded_claims where article in (select article from stale)
