-- How did the verdict on this claim change, when, and by what?
select strftime(moments.noted_at at time zone 'UTC', '%Y-%m-%dT%H:%M:%SZ') as moment,
       history.verdict, history.reason, history.cause, history.article_id, history.other_id,
       history.first_topic, history.second_topic,
       arg_max(ties.relation, (ties.said_by = 'person', ties.added_at)) as relation,
       arg_max(ties.why, (ties.said_by = 'person', ties.added_at)) as why,
       arg_max(ties.said_by, (ties.said_by = 'person', ties.added_at)) as said_by
from history
join moments on moments.seq = history.seq
left join ties on ties.first_topic = history.first_topic and ties.second_topic = history.second_topic
              and ties.added_at <= moments.noted_at
where history.claim_id = $claim
group by all
order by max(history.seq)
