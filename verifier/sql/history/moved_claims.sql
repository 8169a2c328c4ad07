-- Which claims did people set apart or join again since the history was last written?
select distinct claim_id
from partings
where said_at > (select coalesce(max(noted_at), '-infinity'::timestamptz) from moments)
order by claim_id
