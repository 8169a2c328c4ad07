-- What do others say of the claims whose verdicts changed, those that came and those that were there?
insert into witnesses
with weighed as (
    select comparisons.claim_id, comparisons.article_id, comparisons.other_id, comparisons.other_article,
           case comparisons.relation
               when 'conflicts' then 6
               when 'agrees' then case when dependence.why is null then 5 else 4 end
               when 'compatible' then 3
               else 2 end as weight,
           case when comparisons.cause in ('arithmetic', 'shares', 'period') then 2 else 1 end as place
    from comparisons
    left join dependence on dependence.claim_id = comparisons.claim_id and dependence.other_id = comparisons.other_id
    where comparisons.article_id <> comparisons.other_article or comparisons.relation = 'conflicts'
),

-- A sum speaks of three claims: of the amount, of its change and of the amount before.
reckoned as (
    select claim_id, article_id, case relation when 'conflicts' then 6 else 2 end as weight,
           unnest([level_id, change_id, base_id]) as about
    from sums
),

both_ways as (
    select claim_id, other_id, other_article, weight, place from weighed
    union all
    select other_id, claim_id, article_id, weight, place from weighed
    union all
    select about, claim_id, article_id, weight, 3 from reckoned where about <> claim_id
)

select both_ways.claim_id, both_ways.other_id, both_ways.other_article,
       case when changed.kind = 'came' or both_ways.other_article in (select article_id from arrived)
            then 'came' else 'there' end,
       both_ways.weight, both_ways.place
from both_ways
join changed on changed.claim_id = both_ways.claim_id
where changed.kind in ('came', 'turned')
