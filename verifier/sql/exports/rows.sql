-- What does this table hold, row by row, every value as text?
with held as (
    select columns(*)::varchar from query_table($table)
)

select to_json(held) from held
