-- Which series are about topics with new ties?
insert into touched
select series
from linked
where subject in (
    select subject
    from subjects
    where topic_id in (
        select first_topic from ties where rowid >= (select ties from progress)
        union
        select second_topic from ties where rowid >= (select ties from progress)
    )
)
