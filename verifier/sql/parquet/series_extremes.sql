-- How far does each series reach?
copy (
    select series, readings, top_low, least_high, top_hard_low, least_hard_high, first_article, last_article,
           first_origin, last_origin, first_kin, last_kin
    from series_extremes
) to $file (format parquet, compression zstd)
