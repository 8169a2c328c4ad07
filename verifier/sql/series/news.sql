-- How many readings have left, and how many have come?
select (select count(*) from stale) as stale, (select count(*) from fresh) as fresh
