-- Which of its shingles stand for this article when copies are looked for?
insert into sketches (article_id, step, shingle)
with own as materialized (
    select article_id, shingle
    from shingles_of([$article_id])
),
steps as (
    select case when count(*) <= 128 then 1 when count(*) <= 256 then 2 when count(*) <= 512 then 4 else 8 end as step
    from own
)
select own.article_id, steps.step, own.shingle
from own
cross join steps
where own.shingle % steps.step = 0
