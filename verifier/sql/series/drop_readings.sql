-- Which readings have left the series?
delete from series_extractions where extraction_id in (select extraction_id from stale)
