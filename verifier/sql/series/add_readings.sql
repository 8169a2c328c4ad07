-- Which readings have come into the series?
insert into series_extractions
select extraction_id, article_id from fresh
