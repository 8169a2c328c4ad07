-- Which of the claims that were found have all these words: in what they say, their article's title or its publisher?
-- Commas and narrow spaces are left out, as nobody types them the same way, and where `phrases` are looked for all spaces.
create or replace temp table found_claims as
with headed as (
    select origins.article, lower(concat_ws(chr(10), articles.title, articles.publisher)) as words
    from articles
    join origins on origins.article_id = articles.article_id
),

plain_heads as (
    select article,
           replace(replace(replace(replace(replace(
               words, ',', ''), chr(160), ''), chr(8201), ''), chr(8239), ''), '’', '''') as words
    from headed
),

-- What the article itself does not say is left for its claims to say.
left_over as (
    select article,
           list_filter($words::varchar[], lambda word: not contains(words, lower(word))) as words,
           list_filter($phrases::varchar[], lambda phrase: not contains(replace(words, ' ', ''), lower(phrase))) as phrases
    from plain_heads
),

plain_claims as (
    select claim_id,
           replace(replace(replace(replace(replace(
               concat_ws(chr(10), sentence, statement, figure), ',', ''), chr(160), ''), chr(8201), ''), chr(8239), ''),
               '’', '''') as words
    from wordings
),

worded as (
    select judged_claims.claim
    from judged_claims
    join left_over on left_over.article = judged_claims.article
    join plain_claims on plain_claims.claim_id = judged_claims.claim_id
    where len(list_filter(left_over.words, lambda word: not contains(plain_claims.words, lower(word)))) = 0
      and len(list_filter(
              left_over.phrases, lambda phrase: not contains(replace(plain_claims.words, ' ', ''), lower(phrase))
          )) = 0
)

select claim
from found_claims
semi join worded on worded.claim = found_claims.claim
