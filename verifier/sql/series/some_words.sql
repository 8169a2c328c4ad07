-- Which claims in words may have another verdict now? The new ones, and those held against what came or left.
create or replace temp table asked_words as
with changed as (
    select claim_id from fresh_claims where figure is null
    union all
    select claim_id from left_words
)

select claim, claim_id, article, origin, credit
from worded_claims
where claim_id in (
    select claim_id from changed
    union all
    select second_claim from accords where first_claim in (select claim_id from changed)
    union all
    select first_claim from accords where second_claim in (select claim_id from changed)
)
