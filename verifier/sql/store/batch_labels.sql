-- Which requests does the batch carry, and what are they called?
select request, label
from batch_requests
where batch = $batch
