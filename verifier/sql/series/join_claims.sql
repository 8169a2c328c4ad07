-- Of which claims did the kin turn out to be another's?
update series_claims
set kin = entry.joined
from (
    select unnest(from_json_strict($rows::json, '[{"kin": "bigint", "joined": "bigint"}]'), recursive := true)
) as entry
where series_claims.kin = entry.kin
