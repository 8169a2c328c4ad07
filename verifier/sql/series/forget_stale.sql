-- Which verdicts are on claims that have left the comparisons?
delete from outcomes
where claim in (
    select claim from series_claims where article in (select article from stale)
    union all
    select claim from worded_claims where article in (select article from stale)
)
