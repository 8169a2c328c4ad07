-- Who wrote this article?
insert into article_authors
select $article_id, unnest($authors::varchar[])
on conflict do nothing
