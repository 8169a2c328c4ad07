-- Under which names does the store hold its articles now?
create or replace temp view named as
with latest as (
    select source, max(seq) as seq from sources group by source
)
select sources.article_id, sources.source
from sources
join latest on latest.source = sources.source and latest.seq = sources.seq
where sources.article_id <> ''
