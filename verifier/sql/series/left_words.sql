-- Which claims in words have left the comparisons?
create or replace temp table left_words as
select claim_id from left_claims where series is null
