-- Which readings take part in comparisons is one question, so that the claims of few topics can be found before it is asked.

-- The newest reading of each article some source still holds.
create view live_extractions as
select extractions.extraction_id, extractions.article_id
from extractions
where not exists (
          select 1 from extractions as later
          where later.article_id = extractions.article_id and later.seq > extractions.seq
      )
  and extractions.article_id in (
          select sources.article_id from sources
          where not exists (
              select 1 from sources as later where later.source = sources.source and later.seq > sources.seq
          )
      );

create or replace view live_claims as
select claims.*
from claims
join live_extractions using (extraction_id);
