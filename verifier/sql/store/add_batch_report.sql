-- Which job has been reported?
insert into batch_reports (job)
values ($job)
