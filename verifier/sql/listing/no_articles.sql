-- Does the store hold any article?
select count(*) as articles
from (select article_id from articles limit 1) as found
