-- Which verdicts no longer hold?
delete from verdicts where claim_id in (select claim_id from changes)
