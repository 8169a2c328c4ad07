-- Which claims have left the comparisons, and of which series were those with figures?
create or replace temp table left_claims as
select claim_id, series from series_claims where article in (select article from stale)
union all
select claim_id, null as series from worded_claims where article in (select article from stale)
