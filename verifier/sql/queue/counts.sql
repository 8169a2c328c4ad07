-- How many of the claims looked for have which verdict, of which kind, in which state, for whom and with what opinion?
select verdict, kind, state, assignee, opinion, count(*) as claims
from chosen($reader, 'urgent', $article, $publisher, $of_topics, $said, $escaped)
group by verdict, kind, state, assignee, opinion
