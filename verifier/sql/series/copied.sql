-- Which articles lean on which, as copies or by their author? Of those whose claims somebody agrees with.
create or replace temp table copied as
with asked as (
    select article from settled where reason = 0
    union
    select article from asked_words
),

named as (
    select article_id, article from origins where article in (select article from asked)
)

select named.article, other.article as other
from named
join leanings on leanings.article_id = named.article_id
join origins as other on other.article_id = leanings.other_id
union
select named.article, other.article
from named
join leanings on leanings.other_id = named.article_id
join origins as other on other.article_id = leanings.article_id
