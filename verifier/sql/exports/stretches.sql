-- Up to which row does the table of claims reach? -1: it has none.
select coalesce(max(rowid), -1) as last from claims
