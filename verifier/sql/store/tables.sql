-- Which tables does this file hold?
select table_name
from duckdb_tables()
where not internal
order by table_name
