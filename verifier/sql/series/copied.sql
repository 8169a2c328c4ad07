-- Which articles are copies of which? Of those whose claims somebody agrees with.
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
join copies on copies.article_id = named.article_id
join origins as other on other.article_id = copies.original_id
union
select named.article, other.article
from named
join copies on copies.original_id = named.article_id
join origins as other on other.article_id = copies.article_id
