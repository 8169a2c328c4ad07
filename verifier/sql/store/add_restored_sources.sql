-- Which sources hold an article again that was withdrawn from them: those that have held no other text since?
insert into sources (source, seq, article_id)
select source, seq + 1, article_id
from standing_withdrawals
where article_id = $article
