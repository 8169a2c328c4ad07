-- Which of these claims take part in comparisons, and on which topic does each stand, and which do its words name?
select claim_id, topic_id, coalesce(words_topic, topic_id) as words_topic
from live_claims
where claim_id in (select unnest($claims::varchar[]))
order by claim_id
