-- Which of the compared claims cannot bear each other out, and why?
create or replace temp table dependence as
with compared as (
    select comparisons.claim_id, comparisons.other_id, comparisons.article_id, comparisons.other_article,
           trim(translate(lower(article.publisher), '.,;:()"''', '        ')) as publisher,
           trim(translate(lower(other.publisher), '.,;:()"''', '        ')) as other_publisher,
           ' ' || translate(lower(claim.document ->> '$.attribution'), '.,;:()"''', '        ') || ' ' as credited,
           ' ' || translate(lower(counterpart.document ->> '$.attribution'), '.,;:()"''', '        ') || ' '
               as other_credited
    from comparisons
    join live_claims as claim on claim.claim_id = comparisons.claim_id
    join live_claims as counterpart on counterpart.claim_id = comparisons.other_id
    join articles as article on article.article_id = comparisons.article_id
    join articles as other on other.article_id = comparisons.other_article
    where comparisons.article_id <> comparisons.other_article
),

found as (
    select claim_id, other_id, 1 as rank, 'the same publisher' as why
    from compared
    where publisher = other_publisher and publisher <> ''
    union all
    select compared.claim_id, compared.other_id, 2, 'one text is a copy of the other'
    from compared
    join copies on (copies.article_id = compared.article_id and copies.original_id = compared.other_article)
                or (copies.article_id = compared.other_article and copies.original_id = compared.article_id)
    union all
    select compared.claim_id, compared.other_id, 3, 'the same author'
    from compared
    join shared_authors
      on (shared_authors.article_id = compared.article_id and shared_authors.other_id = compared.other_article)
      or (shared_authors.article_id = compared.other_article and shared_authors.other_id = compared.article_id)
    union all
    -- As a word of its own: "AP" does not stand in "Japan".
    select claim_id, other_id, 4, 'one takes it from the other'
    from compared
    where (other_publisher <> '' and strpos(credited, ' ' || other_publisher || ' ') > 0)
       or (publisher <> '' and strpos(other_credited, ' ' || publisher || ' ') > 0)
)

select claim_id, other_id, arg_min(why, rank) as why
from found
group by claim_id, other_id
