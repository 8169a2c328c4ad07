-- Which articles may be copies of these, going by the sketches? Of two of these, the later one of the earlier.
with own as (
    select article_id, list_position($articles, article_id) as place, shingle, step
    from sketches
    where article_id in (select unnest($articles))
),
found as (
    select own.article_id, sketches.article_id as other_id, sketches.shingle, greatest(sketches.step, own.step) as step
    from sketches
    join own on own.shingle = sketches.shingle
    where sketches.article_id <> own.article_id
      and coalesce(list_position($articles, sketches.article_id), 0) < own.place
),
-- Words that stand in more than 200 texts which are not copies themselves belong to nobody.
boilerplate as (
    select article_id, shingle
    from found
    where other_id not in (select article_id from copies)
    group by article_id, shingle
    having count(*) > 200
),
shared as (
    select found.article_id, found.other_id, any_value(found.step) as step, count(*) as shared
    from found
    anti join boilerplate on boilerplate.article_id = found.article_id and boilerplate.shingle = found.shingle
    group by found.article_id, found.other_id
    having count(*) >= 2
),
-- Only what both sketches could have kept is counted: one in `step`, by the coarser of the two.
theirs as (
    select shared.article_id, shared.other_id, shared.step, any_value(shared.shared) as shared, count(*) as size
    from shared
    join sketches on sketches.article_id = shared.other_id and sketches.shingle % shared.step = 0
    group by shared.article_id, shared.other_id, shared.step
),
ours as (
    select steps.article_id, steps.step, count(*) as size
    from (select distinct article_id, step from shared) as steps
    join own on own.article_id = steps.article_id and own.shingle % steps.step = 0
    group by steps.article_id, steps.step
)
select theirs.article_id, theirs.other_id
from theirs
join ours on ours.article_id = theirs.article_id and ours.step = theirs.step
where theirs.shared >= 0.2 * least(theirs.size, ours.size)
order by list_position($articles, theirs.article_id), theirs.other_id
