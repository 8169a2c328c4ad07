-- Which articles may have come or gone: those stored or read since, and those whose source was given another text?
create or replace temp table moved as
with named as (
    select article_id from extractions where rowid >= (select extractions from progress)
    union
    select article_id from sources where rowid >= (select sources from progress)
)

select article_id from named
union
select article_id
from sources
where source in (select source from sources where rowid >= (select sources from progress))
