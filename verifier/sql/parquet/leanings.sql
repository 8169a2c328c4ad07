-- Which articles lean on each other, as copies or by their author?
copy (select article_id, other_id from leanings) to $file (format parquet, compression zstd)
