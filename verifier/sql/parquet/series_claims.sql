-- Which claims with a figure are in which series, and who stands behind each?
copy (
    select claim, claim_id, article, series, origin, kin, credit, figure, readings, low, high, hard_low, hard_high
    from series_claims
) to $file (format parquet, compression zstd)
