-- Which claims in words of these articles stand beside one of another article that nobody has held against them yet?
with others as (
    select * from live_claims
    -- Of an article that tries to instruct its reader no model is asked.
    where aspect in ('rank', 'event') and not starts_with(topic_id, $alone)
),

focus as (
    select * from others where article_id in (select unnest($articles::varchar[]))
),

-- Two statements are held against each other if they share a name and their dates do not differ. What a copy says
-- again is not worth asking about.
beside as (
    select claim.claim_id, other.claim_id as other_id, count(distinct near.word) as shared
    from focus as claim
    join topic_words as near on near.topic_id = claim.topic_id
    join topic_words as far on far.word = near.word
    join others as other on other.topic_id = far.topic_id
    where other.article_id <> claim.article_id
      and not exists (
          select 1 from copies
          where (copies.article_id = claim.article_id and copies.original_id = other.article_id)
             or (copies.article_id = other.article_id and copies.original_id = claim.article_id)
      )
      and other.modality = claim.modality
      and (claim.event <> '' and other.event <> ''
           or claim.period_state <> 'known' or other.period_state <> 'known'
           or (claim.period_start < other.period_until and other.period_start < claim.period_until))
    group by claim.claim_id, other.claim_id
),

-- Of a store that says much about one subject only the closest, answered or not: what is asked must not grow with it.
closest as (
    select claim_id, other_id,
           row_number() over (partition by claim_id order by shared desc, other_id) as place
    from beside
),

pairs as (
    select distinct least(claim_id, other_id) as first_claim, greatest(claim_id, other_id) as second_claim
    from closest
    where place <= $most
)

select first_claim, second_claim
from pairs
where not exists (
    select 1 from accords
    where accords.first_claim = pairs.first_claim and accords.second_claim = pairs.second_claim
)
order by first_claim, second_claim
