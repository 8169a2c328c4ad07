-- Which articles stored earlier are copies, near copies or shortened copies of this one, or the other way round?
-- The measure is containment, the shared part of the smaller text, because agency texts are cut from the bottom.
-- Two texts that share no more than one long quotation (40 shingles) have to share most of the smaller one.
insert into copies (article_id, original_id, containment)
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
    select article_id, step, count(*) as shared
    from found
    where shingle not in (select shingle from boilerplate)
    group by article_id, step
    having count(*) >= 2
),
-- Only what both sketches could have kept is counted: every `step`-th shingle, by the coarser of the two.
sizes as (
    select
        shared.article_id,
        any_value(shared.shared) as shared,
        any_value(shared.step) as step,
        count(*) as theirs,
        (select count(*) from own where own.shingle % any_value(shared.step) = 0) as ours
    from shared
    join sketches on sketches.article_id = shared.article_id and sketches.shingle % shared.step = 0
    group by shared.article_id
),
contained as (
    select article_id, shared * step as shingles, shared / least(ours, theirs) as containment
    from sizes
)
select $article_id, article_id, containment
from contained
where containment >= 0.6 or (containment >= 0.3 and shingles > 40)
