-- What do these articles say, and who published them when?
select article_id, title, publisher, published, text
from articles
where article_id in (select unnest($articles::varchar[]))
