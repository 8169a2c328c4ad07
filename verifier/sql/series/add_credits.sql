-- Which publishers in the store do these words name?
insert into credits
select credit, origin from new_credits
