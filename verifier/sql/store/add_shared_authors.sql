-- Which articles before it, of other publishers, did one of its authors write?
insert into shared_authors
select mine.article_id, other.article_id, min(mine.author)
from article_authors as mine
join article_authors as other on other.author = mine.author and other.article_id <> mine.article_id
join articles as article on article.article_id = mine.article_id
join articles as before on before.article_id = other.article_id
where mine.article_id = $article_id
  and coalesce(trim(lower(article.publisher)) <> trim(lower(before.publisher)), true)
group by mine.article_id, other.article_id
on conflict do nothing
