-- From which reading on has the check to go through them again? From the first of the articles that make these claims.
update progress
set extractions = least(extractions, (
    select min(rowid)
    from extractions
    where article_id in (select article_id from claims where claim_id in (select unnest($claims::varchar[])))
))
