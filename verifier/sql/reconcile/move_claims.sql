-- On which topic do these claims stand from now on? On `topic`, or without one on the topic that their words name.
update claims
set topic_id = coalesce($topic::varchar, words_topic, topic_id),
    words_topic = case when $topic::varchar is not null then coalesce(words_topic, topic_id) end
where claim_id in (select unnest($claims::varchar[]))
