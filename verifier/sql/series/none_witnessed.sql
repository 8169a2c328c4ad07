-- Which claims that credit somebody are borne out by somebody else all the same? None credits anybody in the store.
create or replace temp table witnessed (
    claim bigint
)
