-- Which texts are handed in now that their sources had not handed in last?
insert into batch_articles (job, seq, source, article_id, document)
with given as (
    select unnest(from_json_strict($rows::json, '[{"job": "integer", "source": "varchar", "article_id": "varchar",
        "document": "varchar"}]')) as given
),
last as (
    select source, arg_max(article_id, seq) as article_id
    from batch_articles
    where job in (select given.job from given)
    group by source
)
select
    given.job,
    (select coalesce(max(seq), 0) from batch_articles where job = given.job)
        + row_number() over (partition by given.job order by given.source),
    given.source,
    given.article_id,
    given.document::json
from given
left join last on last.source = given.source
where last.article_id is distinct from given.article_id
