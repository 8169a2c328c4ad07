-- Who stands behind the new articles?
insert into origins
with named as (
    select distinct article_id, trim(translate(lower(coalesce(publisher, '')), '.,;:()"''', '        ')) as publisher
    from fresh
    where article_id not in (select article_id from origins where article_id in (select article_id from fresh))
),

-- "The Standard" is "Standard".
numbered as (
    select article_id, publisher, regexp_replace(publisher, '^the +', '') as called,
           (select coalesce(max(article), 0) from origins) + row_number() over (order by article_id) as article
    from named
),

publishers as (
    select regexp_replace(publisher, '^the +', '') as called, min(article) as origin
    from (
        select publisher, article
        from origins
        where publisher in (select called from numbered union all select concat('the ', called) from numbered)
        union all
        select publisher, article from numbered
    )
    where publisher <> ''
    group by called
)

select numbered.article_id, numbered.article, coalesce(publishers.origin, numbered.article), numbered.article,
       numbered.publisher
from numbered
left join publishers on publishers.called = numbered.called
