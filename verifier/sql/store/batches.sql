-- Which batches does the job have, and how far are they?
select
    batches.batch,
    batches.round,
    batches.mark,
    batch_submissions.batch_id,
    coalesce(date_diff('day', batch_submissions.submitted_at, current_timestamp), 0) as days,
    batch_ends.status
from batches
left join batch_submissions on batch_submissions.batch = batches.batch
left join batch_ends on batch_ends.batch = batches.batch
where batches.job = $job
order by batches.batch
