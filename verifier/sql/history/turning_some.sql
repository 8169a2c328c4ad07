-- Which verdicts may be others than the history tells? Those on claims that left, and those that are new.
create or replace temp table turning as
select claim_id from left_claims
union
select claim_id from series_claims where claim in (select claim from changes)
union
select claim_id from worded_claims where claim in (select claim from changes)
