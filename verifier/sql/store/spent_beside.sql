-- What have those answers taken that wait beside the store, and that it has not noted yet?
with waiting as (
    select unnest(
        from_json_strict(
            $rows::json,
            '[{
                "request": "varchar", "came_at": "timestamptz", "input_tokens": "bigint", "cached_tokens": "bigint",
                "output_tokens": "bigint", "cost_usd": "decimal(38, 15)"
            }]'
        ),
        recursive := true
    )
),
due as (
    select distinct on (request, came_at) *
    from waiting
    where not exists (from usage where usage.request = waiting.request and usage.spent_at = waiting.came_at)
)
select
    count(*) as calls,
    coalesce(sum(input_tokens), 0)::bigint as input_tokens,
    coalesce(sum(cached_tokens), 0)::bigint as cached_tokens,
    coalesce(sum(output_tokens), 0)::bigint as output_tokens,
    coalesce(sum(round(cost_usd, 9)), 0) as cost_usd,
    count(*) filter (cost_usd is null) as unpriced
from due
