-- What did this person say last, in order, what was said of many claims at once being one step? Notes aside: they cannot
-- be taken back.
with firsts as (
    select *
    from decisions
    where person = $person and kind <> 'note' and (batch_id is null or batch_id = decision)
    order by decision desc
    limit $most
),

of_batches as (
    select batch_id, count(*) as claims
    from decisions
    where batch_id in (select batch_id from firsts)
    group by batch_id
)

select firsts.decision, firsts.claim_id, firsts.kind, firsts.verdict, firsts.assignee,
       -- The step that is taken back or restored, whichever of its rows this one is about.
       coalesce(abouts.batch_id, firsts.about) as about,
       coalesce(of_batches.claims, 1) as claims
from firsts
left join of_batches on of_batches.batch_id = firsts.batch_id
left join decisions as abouts on abouts.decision = firsts.about
order by firsts.decision
