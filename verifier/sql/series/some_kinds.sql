-- Which distinct figures are the claims held against? Those read.
create or replace temp view kinds as
select * from read_kinds
