-- Which current articles are copies of each other?
select copies.article_id as article, copies.original_id as original
from copies
where copies.article_id in (select article_id from current_articles)
  and copies.original_id in (select article_id from current_articles)
order by copies.article_id, copies.original_id
