-- What follows for each claim in focus from its comparisons?
with counts as (
    select comparisons.claim_id,
           count(*) filter (where relation = 'conflicts') as conflicts,
           count(*) filter (where relation = 'agrees') as agreeing,
           count(distinct case when relation = 'agrees' and dependence.why is null
                               then comparisons.other_article end) as independent,
           count(distinct case when relation = 'agrees' and dependence.why is null and theirs.source = mine.source
                               then comparisons.other_article end) as of_one_source,
           any_value(mine.attribution) as source,
           count(*) filter (where relation = 'compatible') as compatible
    from comparisons
    left join dependence on dependence.claim_id = comparisons.claim_id
                        and dependence.other_id = comparisons.other_id
    left join credited as mine on mine.claim_id = comparisons.claim_id
    left join credited as theirs on theirs.claim_id = comparisons.other_id
    where comparisons.article_id <> comparisons.other_article or relation = 'conflicts'
    group by comparisons.claim_id
)

select focus.claim_id, focus.document,
       case when counts.conflicts > 0 then 'conflicting'
            when counts.independent > 0 then 'corroborated'
            else 'unsourced' end as verdict,
       coalesce(counts.independent, 0) as independent,
       case when counts.conflicts > 0 then 'conflicts'
            when counts.independent > 0 then 'agrees'
            when counts.agreeing > 0 then 'copies only'
            when counts.compatible > 0 then 'near'
            when counts.claim_id is not null then 'not comparable'
            else 'alone' end as reason,
       coalesce(counts.of_one_source, 0) as of_one_source, counts.source
from focus
left join counts on counts.claim_id = focus.claim_id
order by focus.article_id, focus.claim_id
