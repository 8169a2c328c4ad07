-- On which topic do these claims stand, as a person last said of them or of the same in an earlier text?
update claims
set topic_id = case said.kind when 'apart' then said.topic_id else coalesce(claims.words_topic, claims.topic_id) end,
    words_topic = case said.kind when 'apart' then coalesce(claims.words_topic, claims.topic_id) end
from (
    select claim_id, arg_max(kind, parting) as kind, arg_max(topic_id, parting) as topic_id
    from partings
    where claim_id in (select unnest($claims::varchar[]))
    group by claim_id
) as said
where claims.claim_id = said.claim_id
