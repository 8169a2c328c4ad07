-- How far does each series reach? Those read.
create or replace temp view extremes as
select * from read_extremes
