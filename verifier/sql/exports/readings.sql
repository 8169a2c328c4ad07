-- Whose claims are exported? Of the newest reading of each text that some source still holds.
create or replace temp table exported as
select current_extractions.extraction_id, current_articles.article_id, current_articles.source
from current_extractions
join current_articles on current_articles.article_id = current_extractions.article_id
