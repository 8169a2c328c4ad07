-- How do the claims in words in focus stand to the others a reader held them against?
insert into comparisons
with answers as (
    -- A person's word before the model's.
    select first_claim, second_claim,
           arg_min(relation, case said_by when 'person' then 1 else 2 end) as relation,
           arg_min(why, case said_by when 'person' then 1 else 2 end) as why
    from heeded_accords
    where first_claim in (select claim_id from focus) or second_claim in (select claim_id from focus)
    group by first_claim, second_claim
),

both_ways as (
    select first_claim as claim_id, second_claim as other_id, relation, why from answers
    union all
    select second_claim, first_claim, relation, why from answers
)

select claim.claim_id, claim.article_id, other.claim_id as other_id, other.article_id as other_article,
       case both_ways.relation when 'agree' then 'agrees' else 'conflicts' end as relation,
       'words' as cause,
       both_ways.why as note,
       'same' as topics, false as dates_open, false as basis_open, false as counted_open
from focus as claim
join both_ways on both_ways.claim_id = claim.claim_id
join live_claims as other on other.claim_id = both_ways.other_id
where both_ways.relation <> 'other'
  and claim.article_id <> other.article_id
