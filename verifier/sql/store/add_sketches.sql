-- Which of their shingles stand for these articles when copies are looked for?
insert into sketches (article_id, step, shingle)
with own as materialized (
    select article_id, shingle
    from shingles_of($articles)
),
steps as (
    select
        article_id,
        case when count(*) <= 128 then 1 when count(*) <= 256 then 2 when count(*) <= 512 then 4 else 8 end as step
    from own
    group by article_id
)
select own.article_id, steps.step, own.shingle
from own
join steps on steps.article_id = own.article_id
where own.shingle % steps.step = 0
