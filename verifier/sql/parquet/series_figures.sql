-- Which distinct figures does each series state, and who stands behind each?
copy (
    select series, figure, readings, low, high, hard_low, hard_high, first_article, last_article,
           first_origin, last_origin, first_kin, last_kin
    from series_figures
) to $file (format parquet, compression zstd)
