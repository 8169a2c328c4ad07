-- Which decisions that hold come after this number, and of which claims of which articles?
with page as (
    select * from decided where fate = 'held' and decision > $after order by decision limit $most
),

read as (
    select claim_id, any_value(article_id) as article_id
    from live_claims
    where claim_id in (select claim_id from page)
    group by claim_id
)

select page.decision, page.claim_id, page.verdict, page.note, strftime(page.said_at at time zone 'UTC', '%Y-%m-%d') as day,
       strftime(page.first_said_at at time zone 'UTC', '%Y-%m-%d') as first_day, read.article_id
from page
join read on read.claim_id = page.claim_id
order by page.decision
