-- Which series are there more?
insert into series
select * from new_series
