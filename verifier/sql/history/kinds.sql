-- How many verdicts changed, and how many of them are on claims that were there before and still are?
select count(*) as changed, count(*) filter (where kind = 'turned') as turned
from changed
