-- Which articles may be copies of this one, going by the sketches?
with own as (
    select shingle, step
    from sketches
    where article_id = $article_id
),
found as (
    select sketches.article_id, sketches.shingle, greatest(sketches.step, own.step) as step
    from sketches
    join own on own.shingle = sketches.shingle
    where sketches.article_id <> $article_id
),
-- Words that stand in more than 200 texts which are not copies themselves belong to nobody.
boilerplate as (
    select shingle
    from found
    where article_id not in (select article_id from copies)
    group by shingle
    having count(*) > 200
),
shared as (
    select article_id, any_value(step) as step, count(*) as shared
    from found
    where shingle not in (select shingle from boilerplate)
    group by article_id
    having count(*) >= 2
),
-- Only what both sketches could have kept is counted: one in `step`, by the coarser of the two.
theirs as (
    select shared.article_id, shared.step, any_value(shared.shared) as shared, count(*) as size
    from shared
    join sketches on sketches.article_id = shared.article_id and sketches.shingle % shared.step = 0
    group by shared.article_id, shared.step
),
ours as (
    select steps.step, count(*) as size
    from (select distinct step from shared) as steps
    join own on own.shingle % steps.step = 0
    group by steps.step
)
select theirs.article_id
from theirs
join ours on ours.step = theirs.step
where theirs.shared >= 0.2 * least(theirs.size, ours.size)
order by theirs.article_id
