"""Promises of title, publisher and date: taken where the article states them, unknown where it does not."""

from datetime import date

import pytest

from tests.effort import calls
from verifier import shipped
from verifier.article import read
from verifier.article.header import header

BODY = "China sold 5,577 metric tons of magnets in July, more than in any month since January. " * 12


@pytest.mark.parametrize(
    ("name", "title", "publisher", "published"),
    [
        ("eu-magnets-november", "EU Buyers Take More Chinese Magnets as Permits Loosen", None, None),
        (
            "general-licences",
            "China Starts Issuing Year-Long Rare-Earth Licences",
            "NEODYM NOTES",
            date(2025, 12, 23),
        ),
        ("july-analysis", "Reading China's July Export Jump", None, date(2025, 9, 25)),
        ("july-rebound", "Magnet Exports From China Bounce Back in July", "GTD MEDIA", None),
        ("november-second-highest", None, "Magnet Policy Monitor", None),
    ],
)
def test_the_seeds_state_what_they_state_and_no_more(
    name: str, title: str | None, publisher: str | None, published: date | None
) -> None:
    article = read(shipped.SEEDS / f"{name}.txt")

    assert (title, publisher, published) == (article.title, article.publisher, article.published)


@pytest.mark.parametrize(
    ("top", "expected"),
    [
        ("October 13, 2025", date(2025, 10, 13)),
        ("Oct. 13, 2025", date(2025, 10, 13)),
        ("2025-10-13", date(2025, 10, 13)),
        ("Published: October 13, 2025", date(2025, 10, 13)),
        ("Magnet Exports Bounce Back\nBy Jane Doe\n2025-10-13", date(2025, 10, 13)),
        ("Magnet Exports Bounce Back\nThe trade in magnets is what it was.\n2025-10-13", date(2025, 10, 13)),
        ("Magnet Exports Bounce Back\nThe trade in magnets is what it was.\nBy J. Doe\n2025-10-13", date(2025, 10, 13)),
        ("2025-10-13\n2025-10-13", date(2025, 10, 13)),
        ("12/23/2025, 8:01:37 PM | China | European Union", date(2025, 12, 23)),
        ("By Jane Doe | Mon., 13 October 2025, 9:30 a.m. GMT", date(2025, 10, 13)),
        ("Published October 13, 2025 | Updated October 14, 2025", date(2025, 10, 13)),
        ("Updated October 14, 2025", None),
        ("October 13, 2025 Marks a Turn for Magnets", None),
        ("4/5/2025", None),
        ("2025-10-13\n2025-10-14", None),
        ("Magnet Exports Bounce Back on October 13, 2025", None),
        ("The ministry published its figures on October 13, 2025.", None),
        ("Related Articles\n2025-10-13", None),
        ("October 13", None),
    ],
)
def test_only_a_line_that_is_a_date_dates_an_article(top: str, expected: date | None) -> None:
    published = header(f"{top}\n\n{BODY}").published

    assert expected == published


def test_a_date_under_the_body_belongs_to_another_article() -> None:
    published = header(f"Magnet Exports Bounce Back\n\n{BODY}\n\n2025-10-13\n\n{BODY}").published
    short = header(
        "Exports Bounce Back\n\nThey rose by 5 percent in July of this year.\n\nAnother Headline\n2025-10-13"
    )

    assert published is None
    assert short.published is None


@pytest.mark.parametrize(
    ("foot", "expected"),
    [
        ("© 2025 Magnet Monitor. All rights reserved.", "Magnet Monitor"),
        ("© 2016-2024 GTD MEDIA. ALL RIGHTS RESERVED.", "GTD MEDIA"),
        ("Copyright © 2025 by The Trade Press", "The Trade Press"),
        ("(c) The Trade Press 2025", "The Trade Press"),
        ("© 2025 U.S. Magnet News & Co. All rights reserved. No part may be copied.", "U.S. Magnet News & Co"),
        ("© 2024 A. Photographer\n© 2025 Magnet Monitor. All rights reserved.", "Magnet Monitor"),
        ("About Trade Desk\nTrade Desk is read by people in trade.", "Trade Desk"),
        ("## About The Trade Desk\nThe Trade Desk is read by people in trade.", "Trade Desk"),
        ("© Magnet Photos", None),
        ("© 2025", None),
        ("© 2025 All rights reserved.", None),
        ("© 2025 Magnet Monitor\n© 2025 Trade Desk", None),
        ("About Rare Earths\nRare earths are seventeen metals.", None),
        ("About us\nWe are read by people in trade.", None),
        ("About Ford\nFord makes cars.\nAbout Volkswagen\nVolkswagen makes cars.", None),
    ],
)
def test_the_last_lines_name_the_publisher_or_nobody(foot: str, expected: str | None) -> None:
    publisher = header(f"{BODY}\n\n{foot}\n").publisher

    assert expected == publisher


@pytest.mark.parametrize(
    ("top", "expected"),
    [
        ("MAGNET NOTES\nwww.magnetnotes.example", "MAGNET NOTES"),
        ("Magnet Notes\nAbout\nmagnet.example", "Magnet Notes"),
        ("MAGNET NOTES", None),
        ("MAGNET NOTES\ntrade.example", None),
    ],
)
def test_a_banner_names_the_publisher_if_the_address_bears_it_out(top: str, expected: str | None) -> None:
    publisher = header(f"{top}\n\n{BODY}").publisher

    assert expected == publisher


@pytest.mark.parametrize(
    ("top", "expected"),
    [
        ("Magnet Exports Bounce Back", "Magnet Exports Bounce Back"),
        ("THE MAGNET NOTES\nMenu\nMagnet Exports Bounce Back\nBy Jane Doe", "Magnet Exports Bounce Back"),
        ("MAGNET EXPORTS BOUNCE BACK", "MAGNET EXPORTS BOUNCE BACK"),
        ("Trade news of the day\n# Magnet Exports Bounce Back #", "Magnet Exports Bounce Back"),
        ("2025-10-13\n“Magnets” for $5 Million?", "“Magnets” for $5 Million?"),
        ("Highlights", None),
        ("a company with a news page", None),
        ("By Jane Doe and John Smith", None),
        ("Key points of the week:", None),
        ("- Magnet exports bounced back in July", None),
    ],
)
def test_a_title_is_a_headline_and_no_banner_byline_or_label(top: str, expected: str | None) -> None:
    title = header(f"{top}\n\n{BODY}").title

    assert expected == title


def test_front_matter_goes_before_the_lines_under_it() -> None:
    front = "---\ntitle: 'Magnets: a Rebound'\ndate: 2025-10-13\npublisher: Trade Desk\ntags: [x]\n---\n"

    found = header(f"{front}2025-10-14\n\n# Another Title\n\n{BODY}\n© 2025 Magnet Monitor. All rights reserved.")

    assert ("Magnets: a Rebound", "Trade Desk", date(2025, 10, 13), ()) == found


@pytest.mark.parametrize("unit", ["1. ", "may ", "1.", "a | ", "© 2025 ", "About A "])
def test_a_hostile_line_is_no_date_and_takes_fewer_calls_than_it_has_characters(unit: str) -> None:
    text = f"The trade in magnets is what it was.\n{unit * 5_000}x\n{BODY}\n{unit * 5_000}x"

    assert header(text).published is None
    assert calls(lambda: header(text)) < len(text)


def test_a_rule_is_no_front_matter() -> None:
    found = header(f"---\nMagnet Exports Bounce Back\n\n{BODY}\n---\ntitle: Another\n")

    assert found.title == "Magnet Exports Bounce Back"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Jane Doe", ("Jane Doe",)),
        ("BY JANE DOE AND JOHN ROE | Reuters", ("JANE DOE", "JOHN ROE")),
        (
            "by Ana María López, Jo van Dyk & Kim Min-jae, Seoul Correspondent",
            ("Ana María López", "Jo van Dyk", "Kim Min-jae"),
        ),
        ("Written by Dr. A. B. Smith in Kabul", ("Dr. A. B. Smith",)),
        ("By Reuters Staff", ()),
        ("By our own correspondent", ()),
        ("By Agencies", ()),
        ("By the end of the year", ()),
        ("By Madonna", ()),
    ],
)
def test_a_byline_names_people_and_no_desk(line: str, expected: tuple[str, ...]) -> None:
    assert expected == header(f"Exports Rise\n{line}\n\n{BODY}").authors


def test_front_matter_names_the_authors() -> None:
    assert ("Jane Doe", "John Roe") == header(f'---\nauthors: "Jane Doe, John Roe"\n---\n\n{BODY}').authors


def test_a_sentence_is_no_byline() -> None:
    assert () == header(f"Exports Rise\n\n{BODY}\n\nBy Jane Doe").authors
