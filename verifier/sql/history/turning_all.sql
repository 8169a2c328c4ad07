-- Which verdicts may be others than the history tells? Any.
create or replace temp table turning as
select claim_id from verdicts
union
select claim_id from history
