-- Which series have claims that credit somebody who has only now come into the store?
insert into touched
select distinct series from series_claims where credit < 0 and -credit in (select credit from credits)
