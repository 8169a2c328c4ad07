-- Which articles go by this name, or by an id that begins so?
select distinct article_id
from named
where source in ($name, $source) or (length($name) >= 4 and starts_with(article_id, $name))
order by article_id
limit 6
