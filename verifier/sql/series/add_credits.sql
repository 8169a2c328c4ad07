-- Which publishers in the store do these words name?
insert into credits
select distinct attributions.credit, origins.origin
from attributions
-- As a word of its own: "AP" does not stand in "Japan".
join (select distinct origin, publisher from origins where publisher <> '') as origins
  on strpos(concat(' ', attributions.words, ' '), concat(' ', origins.publisher, ' ')) > 0
where attributions.words in (select credited from fresh_claims)
   or origins.origin in (select article from origins where article_id in (select article_id from fresh))
except
select credit, origin from credits
