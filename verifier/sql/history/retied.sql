-- Which articles speak of topics of which something was said since the history was last written?
create or replace temp table retied as
with said as (
    select first_topic, second_topic
    from ties
    where added_at > (select coalesce(max(noted_at), '-infinity'::timestamptz) from moments)
)

select distinct article_id
from claims
where topic_id in (select first_topic from said union all select second_topic from said)
  and extraction_id in (select extraction_id from series_extractions)
