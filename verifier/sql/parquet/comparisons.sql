-- What do the sums say of pairs of claims?
copy (
    select claim_id, article_id, other_id, other_article, relation from comparisons
) to $file (format parquet, compression zstd)
