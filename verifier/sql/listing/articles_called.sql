-- Which articles go by this path or id, else by this file name or title, else by an id that begins so?
-- One that was withdrawn keeps its names until another text has them.
with known as (
    select article_id, source from named
    union all
    select article_id, source from standing_withdrawals
),

called as (
    select article_id, source, 1 as rank from known where source in ($name, $source)
    union all
    select article_id, article_id, 1 from articles where article_id = $name
    union all
    select article_id, source, 2
    from known
    where lower($name) in (lower(parse_filename(source, false, 'both_slash')),
                           lower(parse_filename(source, true, 'both_slash')))
    union all
    select known.article_id, known.source, 2
    from known
    join articles on articles.article_id = known.article_id
    where lower(trim(articles.title)) = lower(trim($name))
    union all
    -- Of any article: a list tells the ids of those as well that were replaced.
    select article_id, article_id, 3
    from articles
    where length($name) >= 4 and starts_with(article_id, $name)
)

select called.article_id, min(called.source) as source, any_value(article_states.state) as state
from called
join article_states on article_states.article_id = called.article_id
where called.rank = (select min(rank) from called)
group by called.article_id
order by source, called.article_id
limit 6
