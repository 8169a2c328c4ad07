-- Which articles are copies of which?
create or replace temp table copied as
select copy.article, original.article as other
from copies
join origins as copy on copy.article_id = copies.article_id
join origins as original on original.article_id = copies.original_id
union
select original.article, copy.article
from copies
join origins as copy on copy.article_id = copies.article_id
join origins as original on original.article_id = copies.original_id
