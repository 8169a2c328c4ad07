-- What have the answers to this job's requests cost since it was opened, in US dollars?
select coalesce(sum(cost_usd), 0) as cost
from usage
where request in (select request from batch_requests join batches using (batch) where job = $job)
  and spent_at >= (select opened_at from batch_jobs where job = $job)
