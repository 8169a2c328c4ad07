-- How many of the claims looked for have which verdict, of which kind and in which state?
select verdict, kind, state, count(*) as claims
from chosen('urgent', $article, $publisher, $of_topics, $said, $escaped)
group by verdict, kind, state
