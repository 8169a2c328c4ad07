-- Which claims are read? Those of some series.
create or replace temp view members as
select * from read_members
