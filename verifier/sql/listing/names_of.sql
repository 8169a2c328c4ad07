-- By which name is each of these articles known: the one that holds it now, else the one that did last?
with latest as (
    select source, max(seq) as seq from sources group by source
)

select sources.article_id,
       coalesce(min(sources.source) filter (where sources.seq = latest.seq), min(sources.source)) as source
from sources
join latest on latest.source = sources.source
where sources.article_id in (select unnest($articles::varchar[]))
group by sources.article_id
