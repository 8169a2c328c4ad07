-- Which jobs have not been reported yet?
select job, endpoint, model
from batch_jobs
where job not in (select job from batch_reports)
order by job
