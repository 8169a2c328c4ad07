-- What are these topics about, and in which words does an article speak of them?
select topics.topic_id, topics.measure, topics.counted, topics.item, topics.actor, topics.counterparty, topics.event,
       arg_min(live_claims.document, live_claims.claim_id) as document,
       arg_min(articles.text, live_claims.claim_id) as text,
       arg_min(articles.published, live_claims.claim_id) as published
from topics
join live_claims using (topic_id)
join articles using (article_id)
where topics.topic_id in (select unnest($topics::varchar[]))
group by topics.topic_id, topics.measure, topics.counted, topics.item, topics.actor, topics.counterparty, topics.event
order by topics.topic_id
