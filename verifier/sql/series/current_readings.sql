-- What is the newest reading of each of these articles that some source holds?
create or replace temp table current_readings as
with newest as (
    select article_id, arg_max(extraction_id, seq) as extraction_id
    from extractions
    where article_id in (select article_id from moved)
    group by article_id
),

holding as (
    select arg_max(article_id, seq) as article_id
    from sources
    where source in (select source from sources where article_id in (select article_id from moved))
    group by source
)

select extraction_id, article_id
from newest
where article_id in (select article_id from holding)
