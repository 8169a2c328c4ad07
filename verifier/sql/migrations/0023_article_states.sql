-- What has become of an article is one question: a source still holds it, a person withdrew it, or another text took its place.

-- `withdrawn_at` and `withdrawn_by` are of the last withdrawal that stands; NULL of an article that is not withdrawn.
create view article_states as
with withdrawn as (
    select article_id, max(withdrawn_at) as withdrawn_at, arg_max(person, withdrawn_at) as withdrawn_by
    from standing_withdrawals
    where article_id not in (select article_id from current_articles)
    group by article_id
)
select articles.article_id,
       case when withdrawn.article_id is not null then 'withdrawn'
            when current_articles.article_id is not null then 'current'
            else 'superseded' end as state,
       withdrawn.withdrawn_at, withdrawn.withdrawn_by
from articles
left join current_articles on current_articles.article_id = articles.article_id
left join withdrawn on withdrawn.article_id = articles.article_id;
