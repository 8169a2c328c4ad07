-- Which series have claims left?
create or replace temp table touched as
select distinct series from left_claims where series is not null
