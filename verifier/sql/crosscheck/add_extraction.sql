-- Which reading of the article is the newest?
insert into extractions (article_id, extraction_id, seq, document)
select $article, $extraction, coalesce(max(seq), 0) + 1, $document::json
from extractions
where article_id = $article
having coalesce(arg_max(extraction_id, seq), '') <> $extraction
