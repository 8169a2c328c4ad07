-- Which readings came into the comparisons since the history was last written?
create or replace temp table arrived as
with since as (
    select coalesce(max(noted_at), '-infinity'::timestamptz) as moment from moments
),

read as (
    select extraction_id from extractions where added_at > (select moment from since)
),

brought as (
    select article_id from sources where added_at > (select moment from since)
)

select current_extractions.extraction_id, current_extractions.article_id
from current_extractions
where current_extractions.article_id in (select article_id from current_articles)
  and (current_extractions.extraction_id in (select extraction_id from read)
       or current_extractions.article_id in (select article_id from brought))
