-- Which of the topics in `meant` are spoken of most, this one aside?
select meant.topic_id, count(claims.claim_id) as claims
from meant
left join claims on claims.topic_id = meant.topic_id
where meant.topic_id <> $topic
group by meant.topic_id
order by claims desc, meant.topic_id
limit $most
