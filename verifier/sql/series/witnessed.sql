-- Which claims that credit somebody are borne out by somebody else all the same?
create or replace temp table witnessed as
with witnesses as (
    select claim_id, article, origin, kin, credit,
           cast((first_origin - first_origin % 2147483648) / 2147483648 as bigint) as other_origin,
           first_origin % 2147483648 as other_kin
    from settled where reason = '' and credit > 0
    union
    select claim_id, article, origin, kin, credit,
           cast((last_origin - last_origin % 2147483648) / 2147483648 as bigint), last_origin % 2147483648
    from settled where reason = '' and credit > 0
    union
    select claim_id, article, origin, kin, credit,
           first_kin % 2147483648, cast((first_kin - first_kin % 2147483648) / 2147483648 as bigint)
    from settled where reason = '' and credit > 0
    union
    select claim_id, article, origin, kin, credit,
           last_kin % 2147483648, cast((last_kin - last_kin % 2147483648) / 2147483648 as bigint)
    from settled where reason = '' and credit > 0
),

strangers as (
    select claim_id, credit, other_origin
    from witnesses
    where other_origin > 0 and other_origin <> origin and other_kin <> kin
)

select distinct claim_id
from (
    select claim_id, credit, other_origin from strangers
    except
    select strangers.claim_id, strangers.credit, strangers.other_origin
    from strangers
    join credits on credits.credit = strangers.credit and credits.origin = strangers.other_origin
) as others
