-- Which comparisons are shown for each claim, the telling ones first, and how many are not?
with told_otherwise as (
    select claim_id, other_id
    from comparisons
    where cause in ('arithmetic', 'shares', 'words', 'above its whole', 'below its part')
),

-- A part above its whole is of another scope as well: what tells less of a pair is left out.
standing as (
    select comparisons.*, dependence.why as dependence,
           concat(case when comparisons.cause in ('arithmetic', 'shares', 'period') then 2 else 1 end,
                  case when dependence.why is null then 1 else 2 end,
                  comparisons.other_article, ' ', comparisons.other_id) as rank
    from comparisons
    left join dependence on dependence.claim_id = comparisons.claim_id
                        and dependence.other_id = comparisons.other_id
    where comparisons.relation <> 'not comparable'
       or (comparisons.claim_id, comparisons.other_id) not in (select (claim_id, other_id) from told_otherwise)
),

counts as (
    select claim_id, relation, count(*) as in_all
    from standing
    group by claim_id, relation
),

-- By one expression, so that the first of a million are found without sorting them.
first as (
    select *
    from standing
    qualify row_number() over (partition by claim_id, relation order by rank) <= $shown
),

ranked as materialized (
    select first.*, counts.in_all, sums.stated, sums.level_id, sums.change_id, sums.base_id,
           row_number() over (partition by first.claim_id, first.relation order by first.rank) as place
    from first
    join counts on counts.claim_id = first.claim_id and counts.relation = first.relation
    left join sums on sums.claim_id = first.claim_id and sums.other_id = first.other_id and first.cause = 'arithmetic'
),

-- Found by name, read by place: documents are long, and of a million no other is to be touched.
told as materialized (
    select rowid as place, extraction_id
    from claims
    where claim_id in (
        select unnest([other_id, level_id, change_id, base_id])
        from ranked
        where place <= case relation when 'not comparable' then 3 else $shown end
    )
),

documents as materialized (
    select claim_id, article_id, document
    from claims
    where rowid in (select place from told where extraction_id in (select extraction_id from live_extractions))
)

select ranked.claim_id, ranked.relation, ranked.cause, ranked.note, ranked.topics, ranked.dates_open,
       ranked.basis_open, ranked.counted_open, ranked.dependence, ranked.in_all,
       other.document, other.article_id, current_articles.source, current_articles.title, current_articles.publisher,
       current_articles.published,
       coalesce(mine.source = theirs.source, false) as one_source,
       ranked.stated, level.document as level, change.document as change, base.document as base
from ranked
join documents as other on other.claim_id = ranked.other_id
join current_articles on current_articles.article_id = other.article_id
left join credited as mine on mine.claim_id = ranked.claim_id
left join credited as theirs on theirs.claim_id = ranked.other_id
left join documents as level on level.claim_id = ranked.level_id
left join documents as change on change.claim_id = ranked.change_id
left join documents as base on base.claim_id = ranked.base_id
where ranked.place <= case ranked.relation when 'not comparable' then 3 else $shown end
order by ranked.claim_id,
         case ranked.relation when 'conflicts' then 1 when 'agrees' then 2 when 'compatible' then 3 when 'implies' then 4
                              else 5 end,
         ranked.place
