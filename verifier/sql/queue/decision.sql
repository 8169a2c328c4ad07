-- What does this one row say?
select * from told_decisions where decision = $decision
