-- Which tables and views does this file hold, and what are their columns?
select schema_name || '.' || table_name as table_name, column_name
from duckdb_columns()
where not internal
order by table_name, column_name
