-- Which number stands for which article?
copy (select article_id, article from origins) to $file (format parquet, compression zstd)
