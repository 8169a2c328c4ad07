-- From which sources does this person withdraw the article: from all that hold it now?
insert into withdrawals (source, seq, article_id, person)
with latest as (
    select source, max(seq) as seq, arg_max(article_id, seq) as article_id
    from sources
    group by source
)
select source, seq + 1, article_id, $person
from latest
where article_id = $article
