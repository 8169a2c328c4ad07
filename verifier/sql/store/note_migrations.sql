-- Which migrations have been applied?
insert into migrations (name)
select unnest($names::varchar[])
