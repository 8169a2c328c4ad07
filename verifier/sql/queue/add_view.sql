-- Which view does this row name, rename, retire or bring back? 0 is a new one.
insert into saved_views (revision, saved, person, owner, name, query, shared, retired)
with numbered as (
    select coalesce(max(revision), 0) + 1 as revision from saved_views
)

select revision, case $saved when 0 then revision else $saved end, $person, $owner, $name, $query, $shared, $retired
from numbered
returning saved
