-- What did the claims that left have to say of those that are still there?
insert into witnesses
with weighed as (
    select comparisons.other_id as claim_id, comparisons.claim_id as other_id, comparisons.article_id as other_article,
           case comparisons.relation
               when 'conflicts' then 6
               when 'agrees' then case when dependence.why is null then 5 else 4 end
               when 'compatible' then 3
               else 2 end as weight,
           case when comparisons.cause in ('arithmetic', 'shares', 'period') then 2 else 1 end as place
    from comparisons
    left join dependence on dependence.claim_id = comparisons.claim_id and dependence.other_id = comparisons.other_id
    where comparisons.article_id <> comparisons.other_article
),

reckoned as (
    select unnest([level_id, change_id, base_id]) as claim_id, claim_id as other_id, article_id as other_article,
           case relation when 'conflicts' then 6 else 2 end as weight, 3 as place
    from sums
)

select told.claim_id, told.other_id, told.other_article, 'left', told.weight, told.place
from (select * from weighed union all select * from reckoned where claim_id <> other_id) as told
join changed on changed.claim_id = told.claim_id and changed.kind = 'turned'
