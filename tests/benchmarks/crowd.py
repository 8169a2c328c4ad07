"""A store of any size, made by the database itself: what `crosscheck.py` measures on."""

from duckdb import DuckDBPyConnection

PER_ARTICLE = 20
FRESH = 40
"""Claims of the article that comes last."""

_TOPICS = """
insert into topics
select concat('t', k), 'export', 'amount',
       concat('item ', case when k % 10 = 1 then k - 1 else k end), concat('actor ', k // 10 % 200),
       case when k % 10 = 1 then 'germany' else '' end,
       case when k % 10 = 7 then concat('flood ', k) else '' end
from range($topics) as numbers(k)
"""

_TIES = """
insert into ties (first_topic, second_topic, relation, why, said_by, added_at)
select least(concat('t', k), concat('t', k + 1)), greatest(concat('t', k), concat('t', k + 1)),
       'same', '', 'code', now()
from range(0, $topics - 1) as numbers(k)
where k % 20 = 3
"""

_ARTICLES = """
insert into articles
select concat('a', n), null, concat('paper ', (1000 * power(hash(n, 1) % 1000000 / 1e6, 2))::integer),
       date '2025-08-01' + (hash(n, 2) % 60)::integer, '', now()
from range($from, $until) as numbers(n)
"""

_SOURCES = """
insert into sources
select concat('a', n), 1, concat('a', n), now() from range($from, $until) as numbers(n)
"""

_EXTRACTIONS = """
insert into extractions
select concat('a', n), concat('x', n), 1, '{}', now() from range($from, $until) as numbers(n)
"""

_COPIES = """
insert into copies
select concat('a', n), concat('a', hash(n, 3) % $originals), 0.9 from range($originals, $until) as numbers(n)
"""

# A reprint says again what its original says; the others draw a topic, few of them the small ones.
_DRAWN = """
create or replace temp table drawn as
with numbered as (
    select i, i // $each + $from as article, i % $each as place,
           case when i // $each + $from >= $originals and $reprints
                then hash(i // $each + $from, 3) % $originals * $each + i % $each
                else i + $from * $each end as said
    from range($claims) as numbers(i)
),

topical as (
    select *, case when i < $hot then 0
                   else floor($topics * power(hash(said, 4) % 1000000 / 1e6, 3))::integer end as topic
    from numbered
),

dated as (
    select *, case when topic % 20 = 3 then topic + 1 else topic end as root,
           hash(said, 5) % (1 + topic % 4) as month
    from topical
),

valued as (
    select *, 1000 + hash(root, month, 6) % 9000000
              + case when hash(root, month, 7) % 20 = 0 and hash(said, 8) % 5 = 0 then 90000 + hash(said, 9) % 5 * 1000
                     else 0 end as exact
    from dated
),

rounded as (
    select *, power(10, greatest(floor(log10(exact)) - 2 - hash(said, 10) % 4, 0)) as step from valued
)

select *, (round(exact / step) * step)::decimal(30, 9) as value,
       (case when hash(said, 11) % 10 = 0 then 0 else step / 2 end)::decimal(30, 9) as likely,
       (step / 2)::decimal(30, 9) as hard,
       topic % 10 = 5 and hash(said, 12) % 2 = 0 as in_tons,
       hash(said, 13) % 20 = 0 as unnamed,
       hash(said, 14) % 20 = 0 and topic % 10 <> 7 as open_year
from rounded
"""

_UNNAMED = """
insert into topics
select concat('u', article, ' ', place), 'export', 'amount', '', concat('actor ', topic // 10 % 200), '', ''
from drawn where unnamed
"""

_UNNAMED_TIES = """
insert into ties (first_topic, second_topic, relation, why, said_by, added_at)
select concat('t', topic), concat('u', article, ' ', place), 'unclear', '', 'code', now() from drawn where unnamed
"""

_CLAIMS = """
insert into claims
select concat('x', article), concat('claim-', article, '-', place), concat('a', article),
       case when unnamed then concat('u', article, ' ', place) else concat('t', topic) end,
       case when topic % 10 = 7 and not unnamed then 'tally' when topic % 10 = 8 and not unnamed then 'change'
            else 'amount' end,
       case when hash(said, 15) % 30 = 0 then 'forecast' else 'fact' end,
       case when topic % 10 = 7 then 'count' when topic % 10 = 8 then 'percent' else 'mass' end,
       case when topic % 10 = 7 and not unnamed then concat('flood ', topic) else '' end,
       'amount', 'year', topic % 10 = 8 and hash(said, 16) % 10 = 0,
       case when open_year then 'open year' else 'known' end,
       case when not open_year then date '2025-01-01' + to_months(month::integer) end,
       case when not open_year then date '2025-02-01' + to_months(month::integer) end,
       month + 1, 1,
       case when topic % 10 = 7 and not unnamed then date '2025-01-01' + (month * 3)::integer end,
       null,
       case hash(said, 17) % 50
            when 0 then '{"attribution": "Paper 7"}' when 1 then '{"attribution": "Customs"}' else '{}' end,
       null
from drawn
"""

_INTERVALS = """
insert into intervals
select concat('x', article), concat('claim-', article, '-', place), factor::varchar, factor = 1000,
       ((value - likely) * factor)::decimal(30, 9), ((value + likely) * factor)::decimal(30, 9),
       ((value - hard) * factor)::decimal(30, 9), ((value + hard) * factor)::decimal(30, 9)
from drawn
join (values (1000.0::decimal(12, 6)), (907.184740), (1016.046909)) as factors(factor) on in_tons or factor = 1000
"""


def fill(connection: DuckDBPyConnection, claims: int, hot: int) -> None:
    """Fill an empty store with so many claims, `hot` of them on one topic and a fifth in reprints."""
    articles = claims // PER_ARTICLE
    originals = articles - articles // 5
    connection.begin()
    connection.execute(_TOPICS, {"topics": _topics(claims)})
    connection.execute(_TIES, {"topics": _topics(claims)})
    for statement in (_ARTICLES, _SOURCES, _EXTRACTIONS):
        connection.execute(statement, {"from": 0, "until": articles})
    connection.execute(_COPIES, {"originals": originals, "until": articles})
    shape = {"claims": claims, "from": 0, "originals": originals, "reprints": True, "hot": hot, "each": PER_ARTICLE}
    _tell(connection, shape | {"topics": _topics(claims)})
    connection.commit()
    connection.execute("checkpoint")


def article(connection: DuckDBPyConnection, claims: int, number: int) -> None:
    """Store one article more, of 40 claims on the same topics."""
    first = claims + number
    connection.begin()
    for statement in (_ARTICLES, _SOURCES, _EXTRACTIONS):
        connection.execute(statement, {"from": first, "until": first + 1})
    shape = {"claims": FRESH, "from": first, "originals": 0, "reprints": False, "hot": 0, "each": FRESH}
    _tell(connection, shape | {"topics": _topics(claims)})
    connection.commit()


def articles(connection: DuckDBPyConnection) -> list[str]:
    """Return the ids of all articles."""
    return [name for (name,) in connection.execute("select article_id from articles").fetchall()]


def _tell(connection: DuckDBPyConnection, shape: dict[str, int]) -> None:
    connection.execute(_DRAWN, shape)
    for statement in (_UNNAMED, _UNNAMED_TIES, _CLAIMS, _INTERVALS):
        connection.execute(statement)


def _topics(claims: int) -> int:
    return claims // 30
