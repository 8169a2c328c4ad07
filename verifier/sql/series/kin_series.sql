-- Which series have claims whose kin turned out to be another's?
insert into touched
select distinct series_claims.series
from series_claims
join (
    select unnest(from_json_strict($rows::json, '[{"kin": "bigint", "joined": "bigint"}]'), recursive := true)
) as entry on entry.kin = series_claims.kin
