-- Which readings have to be sorted into series anew? No reading has this name, so each counts as one left and one come.
update series_extractions
set extraction_id = concat('before a parting: ', extraction_id)
where article_id in (select article_id from claims where claim_id in (select unnest($claims::varchar[])))
