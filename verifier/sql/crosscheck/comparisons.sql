-- Which comparisons are shown for each claim, the telling ones first, and how many are not?
with ranked as (
    select comparisons.*, dependence.why as dependence,
           row_number() over (partition by comparisons.claim_id, comparisons.relation
                              order by comparisons.cause in ('arithmetic', 'shares', 'period'), dependence.why is not null,
                                       comparisons.other_article, comparisons.other_id)
               as place,
           count(*) over (partition by comparisons.claim_id, comparisons.relation) as in_all
    from comparisons
    left join dependence on dependence.claim_id = comparisons.claim_id
                        and dependence.other_id = comparisons.other_id
    -- A part above its whole is of another scope as well: what tells less of a pair is left out.
    where comparisons.relation <> 'not comparable'
       or (comparisons.claim_id, comparisons.other_id) not in (
           select (claim_id, other_id) from comparisons where relation <> 'not comparable'
       )
)

select ranked.claim_id, ranked.relation, ranked.cause, ranked.note, ranked.topics, ranked.dates_open,
       ranked.basis_open, ranked.counted_open, ranked.dependence, ranked.in_all,
       other.document, other.article_id, current_articles.source,
       sums.stated, level.document as level, change.document as change, base.document as base
from ranked
join live_claims as other on other.claim_id = ranked.other_id
join current_articles on current_articles.article_id = other.article_id
left join sums on sums.claim_id = ranked.claim_id and sums.other_id = ranked.other_id and ranked.cause = 'arithmetic'
left join live_claims as level on level.claim_id = sums.level_id
left join live_claims as change on change.claim_id = sums.change_id
left join live_claims as base on base.claim_id = sums.base_id
where ranked.place <= case ranked.relation when 'not comparable' then 3 else $shown end
order by ranked.claim_id,
         case ranked.relation when 'conflicts' then 1 when 'agrees' then 2 when 'compatible' then 3 when 'implies' then 4
                              else 5 end,
         ranked.place
