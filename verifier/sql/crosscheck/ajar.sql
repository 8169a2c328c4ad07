-- Is there any topic in focus, or beside one, that leaves open of what or whose it is?
select count(*) as topics
from topics
where event = '' and (item = '' or actor = '')
  and topic_id in (select topic_id from asked_edges union all select other_topic from asked_edges)
