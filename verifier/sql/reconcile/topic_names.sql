-- Under which names do these topics go?
select topic_id, measure, counted, item, actor, counterparty, event
from topics
where topic_id in (select unnest($topics::varchar[]))
