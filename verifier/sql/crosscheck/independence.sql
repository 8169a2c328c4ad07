-- Which of the compared claims cannot bear each other out, and why?
create or replace temp table dependence as
with met as materialized (
    select distinct article_id, other_article from comparisons where article_id <> other_article
),

-- "The Standard" is "Standard".
published as materialized (
    select publisher as written, trim(translate(lower(publisher), '.,;:()"''', '        ')) as publisher,
           regexp_replace(trim(translate(lower(publisher), '.,;:()"''', '        ')), '^the +', '') as called
    from (select distinct publisher from articles where publisher is not null)
),

named as materialized (
    select articles.article_id, published.publisher, published.called
    from articles
    join published on published.written = articles.publisher
    where articles.article_id in (select article_id from met union all select other_article from met)
      and published.publisher <> ''
),

-- By what a claim may credit them. "The" may be left out of a name that is none without it only where two words are
-- left: not every standard is a paper.
names as materialized (
    select named.article_id, concat(' ', published.publisher, ' ') as name
    from named
    join published on published.called = named.called
    union
    select article_id, concat(' ', called, ' ') from named where publisher like 'the % %'
),

-- Whatever the claims say.
leaning as (
    select met.article_id, met.other_article, 1 as rank, 'the same publisher' as why
    from met
    join named as article on article.article_id = met.article_id
    join named as other on other.article_id = met.other_article and other.called = article.called
    union all
    select met.article_id, met.other_article, 2, 'one text is a copy of the other'
    from met
    join (
        select article_id, original_id as other_id from copies
        union all
        select original_id, article_id from copies
    ) as both_ways on both_ways.article_id = met.article_id and both_ways.other_id = met.other_article
    union all
    select met.article_id, met.other_article, 3, 'the same author'
    from met
    join (
        select article_id, other_id from shared_authors
        union all
        select other_id, article_id from shared_authors
    ) as both_ways on both_ways.article_id = met.article_id and both_ways.other_id = met.other_article
),

found as (
    select comparisons.claim_id, comparisons.other_id, leaning.rank, leaning.why
    from comparisons
    join leaning on leaning.article_id = comparisons.article_id and leaning.other_article = comparisons.other_article
    union all
    -- As a word of its own: "AP" does not stand in "Japan".
    select comparisons.claim_id, comparisons.other_id, 4, 'one takes it from the other'
    from comparisons
    join credited on credited.claim_id = comparisons.claim_id
    join names on names.article_id = comparisons.other_article
    where comparisons.article_id <> comparisons.other_article and strpos(credited.credited, names.name) > 0
    union all
    select comparisons.claim_id, comparisons.other_id, 4, 'one takes it from the other'
    from comparisons
    join credited on credited.claim_id = comparisons.other_id
    join names on names.article_id = comparisons.article_id
    where comparisons.article_id <> comparisons.other_article and strpos(credited.credited, names.name) > 0
)

select claim_id, other_id, arg_min(why, rank) as why
from found
group by claim_id, other_id
