-- What has come of each request of the job? Of one that was handed in again, the last batch tells; null is nothing yet.
with latest as (
    select batch_requests.request, max(batch_requests.batch) as batch
    from batch_requests
    join batches on batches.batch = batch_requests.batch
    where batches.job = $job
    group by batch_requests.request
)
select latest.request, latest.batch, batch_outcomes.outcome, batch_outcomes.why
from latest
left join batch_outcomes on batch_outcomes.batch = latest.batch and batch_outcomes.request = latest.request
order by latest.request
