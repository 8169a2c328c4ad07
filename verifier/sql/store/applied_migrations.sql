-- Which migrations has this store been through?
select name
from migrations
order by name
