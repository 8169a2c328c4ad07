-- How many articles are that, and how many answers about two claims have come since?
select (select count(*) from retied) as articles,
       (select count(*)
        from accords
        where added_at > (select coalesce(max(noted_at), '-infinity'::timestamptz) from moments)) as accords
