-- Which verdicts changed at this moment, and what changed them?
insert into history
select claim_id, (select max(seq) from moments), verdict, reason, cause,
       coalesce(case when cause = 'first' then own_article
                     when cause = 'article' then other_article
                     when cause in ('superseded', 'reading') then coalesce(instead_of_own, instead, own_article) end, ''),
       coalesce(case when cause = 'accord' then answered_id else other_id end, ''),
       coalesce(case when cause = 'tie' then first_topic end, ''),
       coalesce(case when cause = 'tie' then second_topic end, '')
from causes
