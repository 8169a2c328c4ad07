-- What did a reader say of pairs of claims in words?
copy (select first_claim, second_claim, relation, said_by from heeded_accords) to $file (format parquet, compression zstd)
