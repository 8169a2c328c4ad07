-- Which verdicts hold instead?
insert into outcomes
select claim, reason from changes
