-- Which subjects are mentioned beside each other?
copy (select subject, other from subject_edges) to $file (format parquet, compression zstd)
