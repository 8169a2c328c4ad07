-- Which number has the new batch?
insert into batches (batch, job, round, mark)
select coalesce(max(batch), 0) + 1, $job, $round, $mark
from batches
returning batch
