-- Which series have claims that credit somebody who has only now come into the store, or under a new name?
insert into touched
select distinct series from series_claims where abs(credit) in (select credit from new_credits)
