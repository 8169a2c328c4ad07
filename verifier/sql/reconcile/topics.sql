-- What are these topics about, in which words does an article speak of them, and does it tell parts from all?
with wanted as (
    select topics.* from topics where topic_id in (select unnest($topics::varchar[]))
),

-- An article that gives a figure of all beside figures of parts: elsewhere too, who names no part may mean all.
among as (
    select distinct wanted.topic_id
    from wanted
    join live_claims as mine on mine.topic_id = wanted.topic_id
    join live_claims as beside on beside.article_id = mine.article_id
    join topics as other on other.topic_id = beside.topic_id
    where other.measure = wanted.measure and other.actor = wanted.actor and other.item <> wanted.item
      and (other.item = '' or wanted.item = '')
      and wanted.event = '' and other.event = ''
      and mine.aspect in ('amount', 'change', 'share') and beside.aspect in ('amount', 'change', 'share')
)

select wanted.topic_id, wanted.measure, wanted.counted, wanted.item, wanted.actor, wanted.counterparty, wanted.event,
       max(case when among.topic_id is null then 0 else 1 end) = 1 as is_told_apart,
       arg_min(live_claims.document, live_claims.claim_id) as document,
       arg_min(articles.text, live_claims.claim_id) as text,
       arg_min(articles.published, live_claims.claim_id) as published
from wanted
join live_claims on live_claims.topic_id = wanted.topic_id
join articles on articles.article_id = live_claims.article_id
left join among on among.topic_id = wanted.topic_id
group by wanted.topic_id, wanted.measure, wanted.counted, wanted.item, wanted.actor, wanted.counterparty, wanted.event
order by wanted.topic_id
