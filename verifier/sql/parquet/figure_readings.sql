-- What else can figures mean whose unit has several readings?
copy (select figure, usual, hard_low, hard_high from figure_readings) to $file (format parquet, compression zstd)
