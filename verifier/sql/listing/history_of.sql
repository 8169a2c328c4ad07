-- How did the verdict on this claim change, when, and by what? With what a person last said before that moment of the
-- claims on the topic it stood on then, or else on one that was held against it: whether this one or others were set
-- apart, or joined again.
with own as (
    select arg_max(coalesce(claims.words_topic, claims.topic_id), extractions.added_at) as words_topic
    from claims
    join extractions on extractions.extraction_id = claims.extraction_id
    where claims.claim_id = $claim
),

moved as (
    select parting, topic_id from partings where claim_id = $claim
),

-- What is carried over from an earlier text was said of that one.
spoken as (
    select said.parting, said.said_at, said.person, said.kind, said.name, said.why, said.from_topic, said.topic_id,
           said.claim_id = $claim as is_own,
           coalesce(arg_max(moved.topic_id, moved.parting), (select words_topic from own)) as stood_on
    from partings as said
    left join moved on moved.parting < said.parting
    where said.carried_from is null
    group by all
),

worked_out as (
    select spoken.*, moments.seq,
           case when is_own then 'itself' when stood_on in (from_topic, topic_id) then 'its topic'
                when history.first_topic = least(from_topic, spoken.topic_id)
                 and history.second_topic = greatest(from_topic, spoken.topic_id) then 'its counterparts' end as whose
    from spoken
    asof join moments on spoken.said_at <= moments.noted_at
    left join history on history.claim_id = $claim and history.seq = moments.seq
),

-- It is told of the moment at which it was worked out. What was said of the claim itself goes before what was said later.
parted as (
    select seq, arg_max(worked_out, (is_own, whose = 'its topic', parting)) as word
    from worked_out
    where whose is not null
    group by seq
),

carried as (
    select parting, said_at, kind, person, name, strftime(said_at at time zone 'UTC', '%Y-%m-%d') as day
    from partings
    where claim_id = $claim and carried_from is not null
)

select strftime(moments.noted_at at time zone 'UTC', '%Y-%m-%dT%H:%M:%SZ') as moment,
       history.verdict, history.reason, history.cause, history.article_id, history.other_id,
       history.first_topic, history.second_topic,
       arg_max(ties.relation, (ties.said_by = 'person', ties.added_at)) as relation,
       arg_max(ties.why, (ties.said_by = 'person', ties.added_at)) as why,
       arg_max(ties.said_by, (ties.said_by = 'person', ties.added_at)) as said_by,
       arg_max(ties.person, (ties.said_by = 'person', ties.added_at)) as person,
       strftime(arg_max(ties.added_at, (ties.said_by = 'person', ties.added_at)) at time zone 'UTC', '%Y-%m-%d') as day,
       case when max(ties.added_at) > parted.word.said_at then null else parted.word.kind end as parted,
       parted.word.whose as parted_whose, parted.word.person as parted_by, parted.word.name as parted_name,
       parted.word.why as parted_why, any_value(withdrawals.person) as withdrawn_by,
       arg_max(carried.kind, carried.parting) as carried, arg_max(carried.person, carried.parting) as carried_by,
       arg_max(carried.name, carried.parting) as carried_name, arg_max(carried.day, carried.parting) as carried_day
from history
join moments on moments.seq = history.seq
left join ties on ties.first_topic = history.first_topic and ties.second_topic = history.second_topic
              and ties.added_at <= moments.noted_at
left join parted on parted.seq = moments.seq
left join withdrawals on withdrawals.withdrawn_at = moments.noted_at and history.cause = 'superseded'
                     and withdrawals.article_id = history.article_id
left join carried on history.cause = 'first' and carried.said_at <= moments.noted_at
where history.claim_id = $claim
group by history.seq, moments.noted_at, history.verdict, history.reason, history.cause, history.article_id,
         history.other_id, history.first_topic, history.second_topic, parted.word
order by history.seq
