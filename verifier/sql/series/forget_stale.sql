-- Which verdicts are on claims that have left the comparisons?
delete from verdicts
where claim_id in (
    select claim_id from series_claims where article in (select article from stale)
    union all
    select claim_id from worded_claims where article in (select article from stale)
)
