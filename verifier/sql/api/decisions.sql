-- What was said after this row, in order?
select * from told_decisions where decision > $since order by decision limit $most
