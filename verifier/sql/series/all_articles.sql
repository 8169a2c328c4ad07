-- Which articles state figures?
select origins.article_id
from origins
where origins.article in (select article from series_claims)
