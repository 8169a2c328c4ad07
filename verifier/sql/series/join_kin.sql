-- Of which articles did the kin turn out to be another's?
update origins
set kin = entry.joined
from (
    select unnest(from_json_strict($rows::json, '[{"kin": "bigint", "joined": "bigint"}]'), recursive := true)
) as entry
where origins.kin = entry.kin
