-- Which publishers in the store do the new claims' words name, and which words name the publishers that are new?
create or replace temp table new_credits as
with arrived as (
    select distinct publisher from origins where article_id in (select article_id from fresh)
),

-- "The" may be left out of a name that is none without it only where two words are left: not every standard is a paper.
names as (
    select distinct origin, publisher as name, publisher from origins where publisher <> ''
    union
    select origin, regexp_replace(publisher, '^the +', ''), publisher from origins where publisher like 'the % %'
)

select distinct attributions.credit, names.origin
from attributions
-- As a word of its own: "AP" does not stand in "Japan".
join names on strpos(concat(' ', attributions.words, ' '), concat(' ', names.name, ' ')) > 0
where attributions.words in (select credited from fresh_claims)
   or names.publisher in (select publisher from arrived)
except
select credit, origin from credits
