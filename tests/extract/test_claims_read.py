"""What code reads for a claim: its quotes, its dates, its topic, its sentence and its id."""

from datetime import date

import pytest

from tests.extract.scripted import Page, answer
from verifier.extract.checking import take
from verifier.extract.resolve import claims
from verifier.extract.schema import PointedClaim
from verifier.models import Claim

REBOUND = (
    "Chinese exports of magnets leapt by nearly 75 percent in July to 5,577 metric tons, more than ever. "
    "The total also beat July 2024, by 5.7 percent. "
    "In June a smaller 3,188 metric tons had gone out. "
    "For the year to date the count is nearly 27,900 tons."
)
HIGHLIGHTS = (
    "Steel output down 12%\n\n"
    "Steel output fell 21% in May, the ministry said. The minister had announced a fall of 21% before."
)


def _claims(page: Page, *pointed: PointedClaim) -> list[Claim]:
    return list(claims(take(answer(*pointed), page.numbered, page.shown).drafts, page.numbered))


def _exports(page: Page, words: str, **fields: str | None) -> PointedClaim:
    return page.claim(words, **{"measure": "export volume", "item": "magnets", "actor": "China", **fields})


def test_a_claim_quotes_the_clause_round_each_mention_in_text_order() -> None:
    page = Page(HIGHLIGHTS)
    both = [page.figure("21%", 1), page.figure("21%", 0)]

    (claim,) = _claims(page, page.claim(figures=both, aspect="change", direction="down"))

    assert [citation.line for citation in claim.citations] == [3, 3]
    assert claim.citations[0].start < claim.citations[1].start
    assert all("21%" in citation.quote for citation in claim.citations)
    assert all(page.article.text[c.start : c.end] == c.quote for c in claim.citations)
    assert claim.sentence == "Steel output fell 21% in May, the ministry said."


def test_a_headline_figure_that_the_body_contradicts_is_a_claim_of_its_own() -> None:
    page = Page(HIGHLIGHTS)
    lumped = [page.figure("12%"), page.figure("21%", 0), page.figure("21%", 1)]

    found = _claims(page, page.claim(figures=lumped, aspect="change", direction="down", period=page.period("May")))

    assert [len(claim.citations) for claim in found] == [1, 2]
    assert [claim.figure and claim.figure.text for claim in found] == ["12%", "21%"]
    assert found[0].topic == found[1].topic
    assert found[0].id != found[1].id


@pytest.mark.parametrize(("text", "count"), [("Rome had 40C (104F) in May.", 1), ("Rome had 40C (113F) in May.", 2)])
def test_degrees_and_their_conversion_are_one_claim_if_they_are_the_same(text: str, count: int) -> None:
    page = Page(text)

    found = _claims(page, page.claim("40C", text[text.index("(") + 1 : text.index(")")], measure="temperature"))

    assert count == len(found)


def test_a_claim_takes_the_figure_of_its_narrowest_mention() -> None:
    page = Page("Output was nearly 5,580 metric tons. In detail, it was 5,577 metric tons.")

    (claim,) = _claims(page, page.claim("5,580", "5,577"))

    assert claim.figure is not None
    assert claim.figure.text == "5,577 metric tons"
    assert [citation.line for citation in claim.citations] == [1, 1]


def test_a_claim_keeps_its_id_when_its_words_change_and_its_mention_does_not() -> None:
    page = Page(REBOUND)

    (first,) = _claims(page, _exports(page, "5,577"))
    (second,) = _claims(page, _exports(page, "5,577", measure="shipments", item=None))

    assert first.id == second.id


def test_event_claims_of_one_sentence_have_ids_of_their_own_and_cite_it_whole() -> None:
    page = Page("The ministry dropped one plan and kept the other. Nobody minded.")
    dropped = page.event("ministry", "The ministry dropped one plan.")
    kept = page.event("ministry", "The ministry kept the other plan.")

    found = _claims(page, dropped, kept)

    assert len({claim.id for claim in found}) == 2
    assert {claim.citations[0].quote for claim in found} == {"The ministry dropped one plan and kept the other."}
    assert all(claim.figure is None and claim.statement for claim in found)


def test_a_base_a_year_back_dates_the_period_and_the_article_round_it() -> None:
    page = Page(REBOUND)
    july, base = page.period("July", 0), page.period("July 2024")
    found = _claims(
        page,
        _exports(page, "5,577", period=july),
        _exports(page, "5.7 percent", aspect="change", direction="up", period=july, base_period=base),
        _exports(page, "3,188", period=page.period("June")),
    )

    periods = {claim.figure.text: claim.period for claim in found if claim.figure and claim.period}

    assert [period.start for period in periods.values()] == [date(2025, 7, 1), date(2025, 7, 1), date(2025, 6, 1)]
    assert {period.year for period in periods.values()} == {"inferred"}
    assert [claim.basis for claim in found] == [None, "year", None]


def test_a_base_lends_no_year_where_only_the_model_sees_that_it_is_one() -> None:
    page = Page("July 2024 was poor: output rose 11% in July to 5,577 tons. It was 5,100 tons in June.")
    july, base = page.period("July", 1), page.period("July 2024")

    found = _claims(
        page,
        page.claim("11%", aspect="change", direction="up", period=july, base_period=base),
        page.claim("5,100", period=page.period("June")),
    )

    assert [claim.period and claim.period.start for claim in found] == [date(2025, 7, 1), date(2025, 6, 1)]
    assert [claim.basis for claim in found] == ["year", None]


def test_the_year_to_date_ends_with_the_latest_month_given_for_its_topic() -> None:
    page = Page(REBOUND)
    july = page.period("July", 0)
    *_, total = _claims(
        page,
        _exports(page, "5,577", period=july),
        _exports(
            page, "5.7 percent", aspect="change", direction="up", period=july, base_period=page.period("July 2024")
        ),
        _exports(page, "3,188", period=page.period("June")),
        _exports(page, "27,900", period=page.period("year to date")),
    )

    assert total.period is not None
    assert (total.period.start, total.period.until) == (date(2025, 1, 1), date(2025, 8, 1))
    assert total.period.months == 7
    assert total.statement == "China, export volume of magnets, January–July 2025: nearly 27,900 tons"


def test_a_month_of_another_topic_does_not_end_the_year_to_date() -> None:
    page = Page(REBOUND, published=date(2025, 8, 20))

    *_, total = _claims(
        page,
        _exports(page, "5,577", period=page.period("July", 0), counterparty="Germany"),
        _exports(page, "27,900", period=page.period("year to date")),
    )

    assert total.period is not None
    assert total.period.until is None


def test_month_over_month_is_a_basis_and_no_period() -> None:
    page = Page("November customs data show exports up 26.5% month-over-month, at 5,493.9 tons.")
    change = page.claim("26.5%", aspect="change", direction="up", period=page.period("month-over-month"))

    (claim,) = _claims(page, change)

    assert claim.period is None
    assert claim.basis == "month"
    assert claim.statement == "output: up 26.5% month-over-month"


def test_only_a_change_has_a_base() -> None:
    page = Page("Output was 4,100 tonnes in May, against April.")

    (claim,) = _claims(page, page.claim("4,100", period=page.period("May"), base_period=page.period("April")))

    assert (claim.base, claim.basis) == (None, None)


def test_a_change_whose_base_is_not_named_has_an_open_basis() -> None:
    page = Page(REBOUND)

    (claim,) = _claims(page, _exports(page, "75 percent", aspect="change", direction="up", period=page.period("July")))

    assert claim.basis is None


def test_a_change_on_the_month_before_names_it() -> None:
    page = Page("Output rose 12% in November 2025 on October 2025.")
    change = page.claim(
        "12%", aspect="change", direction="up", period=page.period("November"), base_period=page.period("October")
    )

    (claim,) = _claims(page, change)

    assert claim.basis == "month"
    assert claim.statement == "output, November 2025: up 12% on October 2025"


def test_an_unsaid_item_is_the_one_the_articles_other_claims_name() -> None:
    page = Page("Exports of rare earths grew in May: they sold 4,000.3 tonnes. In April it was 3,100 tonnes.")

    found = _claims(
        page,
        page.claim("4,000.3", measure="exports", item="rare earths", period=page.period("May")),
        page.claim("3,100", measure="export volume", period=page.period("April")),
    )

    assert [claim.topic.item for claim in found] == ["rare earths", "rare earths"]


@pytest.mark.parametrize(
    "others",
    [
        [{"measure": "price", "item": "magnets"}],
        [{"measure": "exports", "item": "magnets", "actor": "China"}],
        [{"measure": "exports", "item": "magnets"}, {"measure": "exports", "item": "cars"}],
    ],
    ids=["of another measure", "of another actor", "of two items"],
)
def test_an_unsaid_item_stays_open_beside_claims(others: list[dict[str, str]]) -> None:
    page = Page("China: 3,100 tonnes. It sold magnets, 200 tonnes. Then cars, 900 tonnes.")
    named = [page.claim(words, **fields) for words, fields in zip(("200", "900"), others, strict=False)]

    claim, *_ = _claims(page, page.claim("3,100", measure="exports"), *named)

    assert claim.topic.item is None


def test_a_total_beside_one_of_its_parts_is_not_that_part() -> None:
    page = Page("In May exports were 3,100 tonnes, and exports of cars 900 tonnes.")
    may = page.period("May")

    total, _ = _claims(
        page,
        page.claim("3,100", measure="exports", period=may),
        page.claim("900", measure="exports", item="cars", period=may),
    )

    assert total.topic.item is None


def test_a_law_about_a_thing_does_not_name_what_was_sold() -> None:
    page = Page("Licences for rare earths are new. Exports came to 5,493.9 tons.")
    law = page.event("Licences", "Licences for rare earths are new.", item="rare earths")

    *_, sold = _claims(page, law.model_copy(update={"measure": "exports"}), page.claim("5,493.9", measure="exports"))

    assert sold.topic.item is None


def test_a_statement_says_who_what_to_whom_when_and_how_much() -> None:
    page = Page("In July 2025 China sold 1,116 tons of magnets to Germany.")

    (claim,) = _claims(page, _exports(page, "1,116", period=page.period("July 2025"), counterparty="Germany"))

    assert claim.statement == "China, export volume of magnets to Germany, July 2025: 1,116 tons"


def test_what_is_only_planned_is_said_to_be() -> None:
    page = Page("By 2030 output is to reach 9,000 tonnes.")

    (claim,) = _claims(page, page.claim("9,000", modality="target"))

    assert claim.statement == "output (target): 9,000 tonnes"


def test_a_rank_is_said_in_the_models_sentence_and_cited_where_it_stands() -> None:
    page = Page("China shipped 6,150 tons in November, its second-highest month so far.")
    rank = page.claim("second-highest", aspect="rank", statement="November was the second-highest month for China.")

    (claim,) = _claims(page, rank)

    assert claim.statement == "November was the second-highest month for China."
    assert "second-highest" in claim.citations[0].quote


def test_claims_stand_in_the_order_of_the_text() -> None:
    page = Page(REBOUND)

    found = _claims(page, _exports(page, "27,900"), _exports(page, "5,577"), _exports(page, "3,188"))

    assert [claim.citations[0].start for claim in found] == sorted(claim.citations[0].start for claim in found)
