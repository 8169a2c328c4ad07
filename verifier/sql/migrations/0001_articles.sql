-- What was read: articles, the sources they came from, the model's answers, and which articles copy each other.
-- Rows are added and never changed. There are no foreign keys: DuckDB's forbid updates they need not forbid.

create table migrations (
    name varchar primary key,
    applied_at timestamptz not null default current_timestamp
);

create table articles (
    article_id varchar primary key,
    title varchar,
    publisher varchar,
    published date,
    text varchar not null,
    added_at timestamptz not null default current_timestamp
);

-- The article with the highest seq is what the source holds now.
create table sources (
    source varchar not null,
    seq integer not null check (seq >= 1),
    article_id varchar not null,
    added_at timestamptz not null default current_timestamp,
    primary key (source, seq)
);

-- A request that was asked again, because its answer did not serve, has several; the one with the highest seq counts.
create table answers (
    request varchar not null,
    seq integer not null check (seq >= 1),
    label varchar not null,
    body varchar not null,
    kept_at timestamptz not null default current_timestamp,
    primary key (request, seq)
);

-- The shingles of some articles: every five words in a row, case, accents' encoding and punctuation aside.
-- MD5 because what it yields is written down and will be the same in the next DuckDB.
create macro shingles_of(chosen) as table
with words as (
    select
        article_id,
        unnest(regexp_extract_all(nfc_normalize(lower(text)), '[\p{L}\p{M}\p{N}]+')) as word,
        generate_subscripts(regexp_extract_all(nfc_normalize(lower(text)), '[\p{L}\p{M}\p{N}]+'), 1) as place
    from articles
    where article_id in (select unnest(chosen))
),
runs as (
    select
        article_id,
        concat_ws(' ', word, lead(word, 1) over w, lead(word, 2) over w, lead(word, 3) over w) as four,
        lead(word, 4) over w as fifth
    from words
    window w as (partition by article_id order by place)
)
select distinct article_id, md5_number_lower(concat(four, ' ', fifth)) as shingle
from runs
where fifth is not null;

-- One in `step` of an article's shingles, chosen by their hash, so that what two articles share is chosen in both.
-- Short articles keep all of theirs.
create table sketches (
    article_id varchar not null,
    step utinyint not null check (step in (1, 2, 4, 8)),
    shingle ubigint not null
);

-- Worked out when an article is stored; the older of the two is the original.
create table copies (
    article_id varchar not null,
    original_id varchar not null check (original_id <> article_id),
    containment decimal(4, 3) not null check (containment between 0 and 1),
    primary key (article_id, original_id)
);

create view current_articles as
with latest as (
    select source, max(seq) as seq
    from sources
    group by source
),
held as (
    select sources.article_id, min(sources.source) as source
    from sources
    join latest on latest.source = sources.source and latest.seq = sources.seq
    group by sources.article_id
)
select articles.article_id, held.source, articles.title, articles.publisher, articles.published, articles.text
from articles
join held on held.article_id = articles.article_id;
