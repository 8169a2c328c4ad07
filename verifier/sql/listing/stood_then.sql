-- How did every claim stand at that moment?
create or replace temp table stood as
select claim_id, arg_max(verdict, seq) as verdict, arg_max(reason, seq) as reason
from history
where seq <= (select coalesce(max(seq), 0) from moments where noted_at <= $moment::timestamptz)
group by claim_id
having arg_max(verdict, seq) <> 'gone'
