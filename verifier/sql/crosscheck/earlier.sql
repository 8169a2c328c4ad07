-- Which reading of each of these articles counts, and of which day (UTC) is it?
select extractions.article_id, extractions.extraction_id, extractions.document,
       strftime(max(extractions.added_at) at time zone 'UTC', '%Y-%m-%d') as day
from extractions
join live_extractions on live_extractions.article_id = extractions.article_id
                     and live_extractions.extraction_id = extractions.extraction_id
where extractions.article_id in (select unnest($articles::varchar[]))
group by extractions.article_id, extractions.extraction_id, extractions.document
