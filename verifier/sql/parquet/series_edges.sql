-- Which series are held against which, and how?
copy (
    select series, other, agrees, compares, above, below, near, within, part, muted from series_edges
) to $file (format parquet, compression zstd)
