-- What brought each change: a claim that came, one that left, a reader's word, or a new reading?
create or replace temp table causes as
with weighed as (
    select changed.*,
           case reason when 'conflicts' then 6 when 'agrees' then 5 when 'copies only' then 4 when 'near' then 3
                       when 'not comparable' then 2 else 1 end as weight,
           case had when 'conflicts' then 6 when 'agrees' then 5 when 'copies only' then 4 when 'near' then 3
                    when 'not comparable' then 2 else 1 end as had_weight
    from changed
),

-- More is said of a claim by what came, or by what was there and is held against it now; less by what left.
decisive as (
    select witnesses.*
    from weighed
    join witnesses on witnesses.claim_id = weighed.claim_id
    where case when weighed.kind = 'came' or weighed.weight > weighed.had_weight
               then witnesses.side in ('came', 'there') and witnesses.weight = weighed.weight
               else witnesses.side = 'left' and witnesses.weight = weighed.had_weight end
    qualify row_number() over (
        partition by witnesses.claim_id
        order by witnesses.side, witnesses.place, witnesses.other_article, witnesses.other_id
    ) = 1
),

own as (
    select claims.claim_id, any_value(claims.article_id) as article_id, any_value(claims.topic_id) as topic_id
    from claims
    join changed on changed.claim_id = claims.claim_id
    group by claims.claim_id
),

gone as (
    select claims.claim_id, any_value(departed.cause) as cause, any_value(departed.instead) as instead
    from claims
    join departed on departed.extraction_id = claims.extraction_id
    where claims.claim_id in (select claim_id from changed where kind = 'left')
    group by claims.claim_id
),

since as (
    select coalesce(max(noted_at), '-infinity'::timestamptz) as moment from moments
),

-- Of two topics, and of claims that were moved from one to the other.
said as (
    select first_topic, second_topic, added_at, said_by = 'person' as by_person
    from ties
    where added_at > (select moment from since)
    union all
    select least(from_topic, topic_id), greatest(from_topic, topic_id), said_at, true
    from partings
    where said_at > (select moment from since) and carried_from is null
),

both_ways as (
    select first_topic as topic_id, * from said union all select second_topic, * from said
),

standing as (
    select distinct changed.claim_id, claims.topic_id
    from changed
    join claims on claims.claim_id = changed.claim_id
    where changed.kind = 'turned'
),

held as (
    select first_topic as topic_id, second_topic as other_topic
    from ties
    where relation <> 'other' and second_topic in (select topic_id from both_ways where by_person)
    union
    select second_topic, first_topic
    from ties
    where relation <> 'other' and first_topic in (select topic_id from both_ways where by_person)
),

-- A person's word on a topic turns claims on the topics it is held against as well; what is said of their own goes first.
told as (
    select standing.claim_id, both_ways.*, true as of_own
    from standing
    join both_ways on both_ways.topic_id = standing.topic_id
    union all
    select standing.claim_id, both_ways.*, false
    from standing
    join held on held.topic_id = standing.topic_id
    join both_ways on both_ways.topic_id = held.other_topic and both_ways.by_person
),

tied as (
    select claim_id, arg_max(first_topic, (of_own, added_at)) as first_topic,
           arg_max(second_topic, (of_own, added_at)) as second_topic
    from told
    group by claim_id
),

answers as (
    select first_claim, second_claim, relation from accords where added_at > (select moment from since)
),

answered as (
    select changed.claim_id,
           arg_min(both_ways.other_id, case both_ways.relation when 'other' then 2 else 1 end) as other_id
    from changed
    join (
        select first_claim as claim_id, second_claim as other_id, relation from answers
        union all
        select second_claim, first_claim, relation from answers
    ) as both_ways on both_ways.claim_id = changed.claim_id
    where changed.kind = 'turned'
    group by changed.claim_id
),

replaced as (
    select article_id, any_value(cause) as cause, any_value(instead) as instead from departed group by article_id
)

select changed.claim_id, changed.verdict, changed.reason,
       case when changed.kind = 'came' then 'first'
            when changed.kind = 'left' then coalesce(gone.cause, 'rules')
            when decisive.side = 'came' then 'article'
            when decisive.side = 'left' then replaced.cause
            when own.article_id in (select article_id from arrived) then 'reading'
            when tied.claim_id is not null then 'tie'
            when answered.claim_id is not null then 'accord'
            else 'rules' end as cause,
       own.article_id as own_article, gone.instead as instead_of_own,
       decisive.other_id, decisive.other_article, replaced.instead,
       tied.first_topic, tied.second_topic, answered.other_id as answered_id
from changed
left join own on own.claim_id = changed.claim_id
left join gone on gone.claim_id = changed.claim_id
left join decisive on decisive.claim_id = changed.claim_id
left join replaced on replaced.article_id = decisive.other_article and decisive.side = 'left'
left join tied on tied.claim_id = changed.claim_id
left join answered on answered.claim_id = changed.claim_id
