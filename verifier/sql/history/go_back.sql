-- From which reading on has the check to go through them again? From the first of the articles that speak of them.
update progress
set extractions = least(
    extractions, (select min(rowid) from extractions where article_id in (select article_id from retied))
)
