-- Who wrote what: articles of one author bear each other out no more than those of one publisher.

create table article_authors (
    article_id varchar not null,
    author     varchar not null,
    primary key (article_id, author)
);

-- Worked out when an article is stored; only articles that no publisher joins.
create table shared_authors (
    article_id varchar not null,
    other_id   varchar not null,
    author     varchar not null,
    primary key (article_id, other_id)
);

-- Pairs of articles that lean on each other whoever published them.
create view leanings as
select article_id, original_id as other_id from copies
union all
select article_id, other_id from shared_authors;
