-- Which requests has the batch left without a word? Nothing more will come of them.
insert into batch_outcomes (batch, request, outcome, why)
select batch, request, 'unanswered', $why
from batch_requests
where batch = $batch
on conflict do nothing
