-- Which tables does the store have, by name, and which columns has each, in their order?
select columns.table_name as table, list(columns.column_name order by columns.column_index) as columns
from duckdb_columns() as columns
join duckdb_tables() as tables on tables.table_oid = columns.table_oid and tables.database_oid = columns.database_oid
where columns.database_name = current_database() and not columns.internal
group by columns.table_name
order by columns.table_name
