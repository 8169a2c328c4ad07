-- Under which names did the store hold its articles at that moment?
create or replace temp table named as
with latest as (
    select source, max(seq) as seq from sources where added_at <= $moment::timestamptz group by source
)
select sources.article_id, sources.source
from sources
join latest on latest.source = sources.source and latest.seq = sources.seq
where sources.article_id <> ''
