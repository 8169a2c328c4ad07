-- What follows for the claims in words from what a reader said of them and others?
create or replace temp table worded as
with answers as (
    select first_claim, second_claim, min(case said_by when 'person' then 1 else 2 end) as said
    from heeded_accords
    group by first_claim, second_claim
),

decided as (
    select heeded.first_claim, heeded.second_claim, heeded.relation
    from heeded_accords as heeded
    join answers on answers.first_claim = heeded.first_claim and answers.second_claim = heeded.second_claim
                and answers.said = case heeded.said_by when 'person' then 1 else 2 end
    where heeded.relation <> 'other'
),

both_ways as (
    select first_claim as claim_id, second_claim as other_id, relation from decided
    union all
    select second_claim, first_claim, relation from decided
),

pairs as (
    select mine.claim, mine.article, mine.origin, mine.credit, both_ways.relation,
           theirs.article as other_article, theirs.origin as other_origin, theirs.credit as other_credit
    from both_ways
    join asked_words as mine on mine.claim_id = both_ways.claim_id
    join worded_claims as theirs on theirs.claim_id = both_ways.other_id
    where mine.article <> theirs.article
),

independent as (
    select * from pairs where origin <> other_origin
    except
    select pairs.* from pairs join credits on credits.credit = pairs.credit and credits.origin = pairs.other_origin
    except
    select pairs.* from pairs join credits on credits.credit = pairs.other_credit and credits.origin = pairs.origin
    except
    select pairs.* from pairs join copied on copied.article = pairs.article and copied.other = pairs.other_article
),

ranked as (
    select claim, 4 as rank from asked_words
    union all
    select claim, case relation when 'agree' then 3 else 1 end from pairs
    union all
    select claim, 2 from independent where relation = 'agree'
)

select claim,
       case min(rank) when 4 then 6 else min(rank) end as reason
from ranked
group by claim
