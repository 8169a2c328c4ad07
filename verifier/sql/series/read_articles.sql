-- Which articles state the figures that are read?
select origins.article_id
from origins
where origins.article in (select article from read_members)
