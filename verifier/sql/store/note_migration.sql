-- Which migration has been applied?
insert into migrations (name)
values ($name)
