-- Which claims that were set apart from this topic, or onto it, are found no more in the texts their sources hold now?
-- Not those that were carried over to a new text, nor where a person has moved claims of the new one since.
with gone as (
    select standing.*, claims.article_id, claims.document
    from standing_partings as standing
    join claims on claims.claim_id = standing.claim_id
    where $topic in (standing.from_topic, standing.topic_id)
      and standing.claim_id not in (
          select claim_id from live_claims where claim_id in (select claim_id from standing_partings)
      )
      and standing.parting not in (select carried_from from partings where carried_from is not null)
    qualify row_number() over (partition by standing.claim_id order by claims.rowid desc) = 1
),

now as (
    select source, arg_max(article_id, seq) as article_id from sources group by source
)

select gone.claim_id, gone.person, strftime(gone.said_at at time zone 'UTC', '%Y-%m-%d') as day, gone.name,
       gone.document, min(now.source) as path
from gone
join sources as held on held.article_id = gone.article_id
join now on now.source = held.source and now.article_id <> ''
where not exists (
    select 1
    from partings as since
    join claims on claims.claim_id = since.claim_id
    where since.parting > gone.parting and since.carried_from is null and claims.article_id = now.article_id
)
group by all
order by path, gone.claim_id
limit $most
