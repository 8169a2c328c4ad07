-- Which number has the new job?
insert into batch_jobs (job, endpoint, model)
select coalesce(max(job), 0) + 1, $endpoint, $model
from batch_jobs
returning job
