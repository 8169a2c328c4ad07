-- Which of the candidates are copies, near copies or shortened copies of this article, or it of them?
-- The measure is containment, the shared part of the smaller text, because agency texts are cut from the bottom.
-- Two texts that share no more than a quotation and a footer (80 shingles) have to share most of the smaller one.
insert into copies (article_id, original_id, containment)
with own as (
    select shingle
    from shingles_of([$article_id])
),
others as (
    select article_id, shingle
    from shingles_of($candidates)
),
counted as (
    select
        others.article_id,
        count(own.shingle) as shared,
        least(count(*), (select count(*) from own)) as smaller
    from others
    left join own on own.shingle = others.shingle
    group by others.article_id
)
select $article_id, article_id, shared / smaller
from counted
where shared >= 2 and shared >= case when shared > 80 then 0.3 else 0.6 end * smaller
