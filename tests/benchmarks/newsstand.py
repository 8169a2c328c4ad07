"""A store of any size that can be read: the claims of `crowd.py` in words, in articles, with verdicts and decisions."""

from collections.abc import Callable
from pathlib import Path

from duckdb import DuckDBPyConnection

from tests.benchmarks import crowd
from verifier.crosscheck import history
from verifier.store import Store, Unit
from verifier.store.connection import connect
from verifier.store.statements import text_of

DECIDED = 100
"""One claim in so many has been decided by somebody."""

# One sentence a claim, and where it begins in its article. `drawn` is what `crowd.fill` has left.
_SENTENCES = """
create or replace temp table sentences as
with worded as (
    select i, concat('x', article) as extraction_id, concat('claim-', article, '-', place) as claim_id,
           concat('a', article) as article_id, article, place, value, step, likely, hard, in_tons, open_year,
           case when unnamed then null else concat('item ', case when topic % 10 = 1 then topic - 1 else topic end)
           end as item,
           concat('actor ', topic // 10 % 200) as actor, (month + 1)::integer as month,
           strftime(date '2025-01-01' + to_months(month::integer), '%B') as month_words,
           format('{:,} tons', value::bigint) as figure
    from drawn
)

select *,
       concat('In ', month_words, ' ', actor, ' exported about ') as opening,
       concat('In ', month_words, ' ', actor, ' exported about ', figure, ' of ', coalesce(item, 'all goods'),
              ', more than anybody had expected, customs data show.') as sentence,
       coalesce(sum(length(sentence) + 1) over (
           partition by article order by place rows between unbounded preceding and 1 preceding
       ), 0)::bigint as start
from worded
"""

_TEXTS = """
update articles
set text = told.text, title = concat('Exports, as seen by ', articles.publisher)
from (
    select article_id, string_agg(sentence, chr(10) order by place) as text from sentences group by article_id
) as told
where told.article_id = articles.article_id
"""

_DOCUMENTS = """
update claims
set document = told.document
from (
    select extraction_id, claim_id, to_json({
        'id': claim_id, 'article': article_id, 'statement': concat(actor, ', exports of ', item, ': about ', figure),
        'topic': {'measure': 'exports', 'item': item, 'actor': actor, 'counterparty': null, 'event': null},
        'aspect': 'amount', 'modality': 'fact', 'direction': 'none',
        'figure': {
            'span': {'start': start + length(opening), 'end': start + length(opening) + length(figure)},
            'text': figure, 'role': 'quantity', 'value': value::varchar, 'upper': null, 'step': step::bigint::varchar,
            'approx': 'about',
            'likely': {'low': (value - likely)::varchar, 'high': (value + likely)::varchar,
                       'low_open': false, 'high_open': false},
            'hard': {'low': (value - hard)::varchar, 'high': (value + hard)::varchar,
                     'low_open': false, 'high_open': false},
            'unit': 't', 'unit_text': 'tons', 'dimension': 'mass', 'factor': '1000', 'readings': [], 'currencies': []
        },
        'period': case when not open_year then {
            'span': {'start': start + 3, 'end': start + 3 + length(month_words)}, 'text': month_words,
            'kind': 'interval', 'granularity': 'month', 'start': make_date(2025, month, 1)::varchar,
            'until': make_date(2025, month + 1, 1)::varchar, 'edtf': concat('2025-0', month), 'year': 'inferred',
            'first_month': month, 'months': 1, 'candidates': [2025], 'step': null, 'anchor': null, 'part': null
        } end,
        'base': null, 'basis': null, 'attribution': null, 'sentence': sentence,
        'citations': [{'quote': sentence, 'start': start, 'end': start + length(sentence),
                       'line': place + 1, 'column': 1}],
        'model_words': []
    }) as document
    from sentences
) as told
where told.extraction_id = claims.extraction_id and told.claim_id = claims.claim_id
"""

_SAID = """
insert into decisions (
    decision, claim_id, person, matter, kind, verdict, note, machine, seen, about, stood, stands
)
select row_number() over (order by claim), claim_id, concat('Former colleague ', claim % 20), 'verdict', 'decide',
       case claim % 3 when 0 then 'conflicting' when 1 then 'corroborated' else 'unsourced' end, '',
       case when claim % 50 = 0 then 'unsourced' when reason = 1 then 'conflicting' when reason = 2 then 'corroborated'
            else 'unsourced' end,
       0, 0, 0, row_number() over (order by claim)
from judged_claims
where hash(claim) % $each = 0
"""


def build(path: Path, claims: int, hot: int, told: Callable[[str], None]) -> None:
    """Make a store with so many claims, `hot` of them on one topic; `told` hears what is done."""
    with Store(path).unit():  # an empty store
        pass
    connection = connect(path)
    told(f"filling a store with {claims:,} claims")
    crowd.fill(connection, claims, hot)
    connection.begin()
    for statement in (_SENTENCES, _TEXTS, _DOCUMENTS, text_of("exports/add_wordings")):
        connection.execute(statement)
    connection.commit()
    told("working out their verdicts")
    connection.begin()
    history.check(Unit(connection))
    history.log(Unit(connection))
    connection.execute(_SAID, {"each": DECIDED})
    connection.commit()
    connection.execute("checkpoint")
    connection.close()


def hot_topic(connection: DuckDBPyConnection) -> str:
    """Return the topic that most claims are on."""
    found = connection.execute("select topic_id from claims group by topic_id order by count(*) desc limit 1")
    return str((found.fetchone() or ("",))[0])
