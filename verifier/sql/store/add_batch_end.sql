-- How has the batch ended?
insert into batch_ends (batch, status)
values ($batch, $status)
