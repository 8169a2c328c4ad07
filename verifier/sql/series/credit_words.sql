-- Which claims in words credit somebody who has only now come into the store, or under a new name?
insert into left_words
select claim_id from worded_claims where abs(credit) in (select credit from new_credits)
