-- Of the claims that nobody speaks of in the same way: does anybody speak of their subjects at all?
create or replace temp table lonely as
with asked as (
    select members.claim, members.article, series.subject
    from members
    join judged on judged.claim = members.claim
    join series on series.series = members.series
    where judged.reason = 7
    union all
    select settled.claim, settled.article, series.subject
    from settled
    join series on series.series = settled.series
    where settled.reason = 7
),

company as (
    select beside.subject, min(kinds.first_article) as first_article, max(kinds.last_article) as last_article
    from subject_edges as beside
    join series on series.subject = beside.other
    join kinds on kinds.series = series.series
    where beside.subject in (select subject from asked)
    group by beside.subject
)

select asked.claim,
       case when company.first_article = asked.article and company.last_article = asked.article then 6 else 5 end
           as reason
from asked
join company on company.subject = asked.subject
