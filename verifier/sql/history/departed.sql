-- Which readings left the comparisons since the history was last written, and whose text or reading is there instead?
create or replace temp table departed as
with since as (
    select coalesce(max(noted_at), '-infinity'::timestamptz) as moment from moments
),

-- What was withdrawn has nothing in its place, and is named itself.
replaced as (
    select earlier.article_id,
           coalesce(nullif(arg_max(later.article_id, later.added_at), ''), earlier.article_id) as instead
    from sources as later
    join sources as earlier on earlier.source = later.source and earlier.seq = later.seq - 1
    where later.added_at > (select moment from since)
      and earlier.article_id not in (select article_id from current_articles)
    group by earlier.article_id
)

select current_extractions.extraction_id, replaced.article_id, 'superseded' as cause, replaced.instead
from replaced
join current_extractions on current_extractions.article_id = replaced.article_id
union all
select earlier.extraction_id, earlier.article_id, 'reading', earlier.article_id
from extractions as later
join extractions as earlier on earlier.article_id = later.article_id and earlier.seq = later.seq - 1
where later.added_at > (select moment from since)
  and earlier.article_id in (select article_id from current_articles)
