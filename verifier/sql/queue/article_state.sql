-- What has become of this article, and who withdrew it when?
select state, strftime(withdrawn_at at time zone 'UTC', '%Y-%m-%d') as withdrawn, withdrawn_by
from article_states
where article_id = $article
