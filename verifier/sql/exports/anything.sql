-- Does this table hold anything?
select exists (from query_table($table)) as is_filled
