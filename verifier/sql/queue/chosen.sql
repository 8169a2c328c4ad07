-- How do the claims looked for stand, with the machine and with people, and where in the order that is wanted? The order
-- is by three numbers, smaller ones first.
create or replace temp macro chosen(sorted) as table
-- Nearly all claims are such of which nobody has said anything yet.
with queued as (
    select looked_for.* exclude (topic_id), null as decided, null as machine, null as assignee, null as opinion,
           false as knows, 'undecided' as state
    from looked_for() as looked_for
    anti join said_claims on said_claims.claim = looked_for.claim
    union all
    select said_claims.*
    from said_claims
    semi join looked_for() as looked_for on looked_for.claim = said_claims.claim
)

select queued.* exclude (reason), reason as code,
       case reason when 1 then 'conflicting' when 2 then 'corroborated' else 'unsourced' end as verdict,
       urgency // 2 as rank,
       case sorted when 'urgent' then urgency when 'newest' then -article when 'topic' then subject else 0 end
       - case when sorted = 'urgent' and state = 're-opened' then 1 else 0 end as first,
       case sorted when 'topic' then series else article end as second
from queued
