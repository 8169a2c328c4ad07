-- Which articles are the latest text of a source?
select article_id as id, source as path, title, publisher, published, text
from current_articles
order by article_id
