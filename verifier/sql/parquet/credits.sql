-- Who publishes under the names that claims credit?
copy (select credit, origin from credits) to $file (format parquet, compression zstd)
