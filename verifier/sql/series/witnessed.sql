-- Which claims that credit somebody are borne out by somebody else all the same?
create or replace temp table witnessed as
with witnesses as (
    select claim, origin, kin, credit, origin_1 as other_origin, kin_1 as other_kin
    from settled where reason = 0 and credit > 0
    union
    select claim, origin, kin, credit, origin_2, kin_2 from settled where reason = 0 and credit > 0
    union
    select claim, origin, kin, credit, origin_3, kin_3 from settled where reason = 0 and credit > 0
    union
    select claim, origin, kin, credit, origin_4, kin_4 from settled where reason = 0 and credit > 0
),

strangers as (
    select claim, credit, other_origin
    from witnesses
    where other_origin <> origin and other_kin <> kin
)

select distinct claim
from (
    select claim, credit, other_origin from strangers
    except
    select strangers.claim, strangers.credit, strangers.other_origin
    from strangers
    join credits on credits.credit = strangers.credit and credits.origin = strangers.other_origin
) as others
