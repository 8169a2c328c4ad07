-- How was this article read so far?
select extraction_id
from extractions
where article_id = $article
