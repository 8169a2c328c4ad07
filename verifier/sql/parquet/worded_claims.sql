-- Which claims are made in words alone?
copy (select claim, claim_id, article, origin, credit from worded_claims) to $file (format parquet, compression zstd)
