-- Which of its shingles stand for this article when copies are looked for?
insert into sketches (article_id, step, shingle)
with texts as (
    select regexp_extract_all(nfc_normalize(lower(text)), '[\p{L}\p{M}\p{N}]+') as words
    from articles
    where article_id = $article_id
),
words as (
    select unnest(words) as word, generate_subscripts(words, 1) as place
    from texts
),
runs as (
    select
        concat_ws(' ', word, lead(word, 1) over w, lead(word, 2) over w, lead(word, 3) over w) as start,
        lead(word, 4) over w as fifth
    from words
    window w as (order by place)
),
-- MD5 because what it yields is written down and will be the same in the next DuckDB.
shingles as (
    select distinct md5_number_lower(concat(start, ' ', fifth)) as shingle
    from runs
    where fifth is not null
),
steps as (
    select case when count(*) <= 128 then 1 when count(*) <= 256 then 2 when count(*) <= 512 then 4 else 8 end as step
    from shingles
)
select $article_id, step, shingle
from shingles
cross join steps
where shingle % step = 0
