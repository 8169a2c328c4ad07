-- Which series have claims come into?
insert into touched
select distinct series from fresh_claims where figure is not null
