-- Which claims in words are asked about? All of them.
create or replace temp table asked_words as
select claim, claim_id, article, origin, credit from worded_claims
