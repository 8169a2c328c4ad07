-- Which articles copy which?
copy (select article_id, original_id from copies) to $file (format parquet, compression zstd)
