-- Which claims were decided, what has each decision come to, and when was the claim decided first?
create or replace temp view decided as
with firsts as (
    select claim_id, min(said_at) as said_at from decisions where verdict is not null group by claim_id
)

select standing_decisions.decision, standing_decisions.claim_id, standing_decisions.verdict, standing_decisions.note,
       standing_decisions.said_at, firsts.said_at as first_said_at,
       case when standing_opinions.state = 'wanted' then 'awaited'
            when standing_opinions.state = 'disagreement' then 'disputed'
            when live.claim_id is null then if(withdrawn.claim_id is null, 'replaced', 'withdrawn')
            when standing_decisions.verdict = 'skipped' then 'skipped'
            when standing_decisions.machine <> coalesce(verdicts.verdict, '') then 're-opened'
            else 'held' end as fate
from standing_decisions
join firsts on firsts.claim_id = standing_decisions.claim_id
left join (select distinct claim_id from live_claims) as live on live.claim_id = standing_decisions.claim_id
left join (
    select distinct claims.claim_id
    from claims
    join article_states on article_states.article_id = claims.article_id and article_states.state = 'withdrawn'
) as withdrawn on withdrawn.claim_id = standing_decisions.claim_id
left join verdicts on verdicts.claim_id = standing_decisions.claim_id
left join standing_opinions on standing_opinions.claim_id = standing_decisions.claim_id
where standing_decisions.verdict is not null
