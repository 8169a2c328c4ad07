-- Which texts is the job about, and has another text of the same source been checked since it was handed in?
with latest as (
    select source, max(seq) as seq
    from batch_articles
    where job = $job
    group by source
),
checked as (
    select batch_articles.source, arg_max(sources.article_id, sources.seq) as article_id
    from batch_articles
    join latest on latest.source = batch_articles.source and latest.seq = batch_articles.seq
    join sources on sources.source = batch_articles.source and sources.added_at > batch_articles.added_at
    where batch_articles.job = $job
    group by batch_articles.source
)
select
    batch_articles.source,
    batch_articles.document,
    coalesce(checked.article_id <> batch_articles.article_id, false) as overtaken
from batch_articles
join latest on latest.source = batch_articles.source and latest.seq = batch_articles.seq
left join checked on checked.source = batch_articles.source
where batch_articles.job = $job
order by batch_articles.source
