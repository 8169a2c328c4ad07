-- Which series are held against which? Those read.
create or replace temp view edges as
select * from read_edges
