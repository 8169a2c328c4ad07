-- What became of an article that somebody handed in?
insert into addition_steps (addition_id, step, outcome, why, article_id, person)
select $addition, coalesce(max(step), 0) + 1, $outcome, $why, $article, $person
from addition_steps
where addition_id = $addition
