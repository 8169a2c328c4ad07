-- Which claims does a sum speak of? None.
create or replace temp table reckoned (
    claim     bigint,
    conflicts integer
)
