-- Which claims credit somebody who publishes in the store? Their credit is above nought.
update series_claims
set credit = -credit
where credit < 0 and -credit in (select credit from credits)
