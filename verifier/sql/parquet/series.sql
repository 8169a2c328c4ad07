-- Which series are there, and which subject is each of?
copy (select series, subject from series) to $file (format parquet, compression zstd)
