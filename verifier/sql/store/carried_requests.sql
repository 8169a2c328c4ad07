-- Which requests does the batch carry, what are they called, and which articles are they about?
select request, label, article_id as article
from batch_requests
where batch = $batch
