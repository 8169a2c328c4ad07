-- Under which id does the endpoint know the batch?
insert into batch_submissions (batch, batch_id)
values ($batch, $batch_id)
