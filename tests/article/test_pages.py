"""Promises of reading web pages: the article as a reader sees it, what the page states, and hostile pages in words."""

import json
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.conftest import Run, run
from verifier.article import from_source, page, read
from verifier.article.pagereader import told
from verifier.errors import InputError

__all__ = ["run"]  # a fixture of the command line's tests, which serves here too

PROSE = "<p>China exported 5,493.9 tons of magnets in October 2025, customs data showed on Saturday.</p>" * 3
LD = json.dumps(
    {
        "@graph": [
            {"@type": "WebSite", "name": "Elsewhere"},
            {
                "@type": ["NewsArticle"],
                "headline": "Exports climb",
                "datePublished": "2025-12-20T23:30:00+08:00",
                "publisher": {"@type": "Organization", "name": "Daily Metals"},
            },
        ]
    }
)


class Stated(NamedTuple):
    """What a page says of itself."""

    title: str | None
    publisher: str | None
    published: str | None


def shown(body: str, head: str = "") -> str:
    """Return the text of a page."""
    return told(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>")["text"] or ""


def stated(head: str, body: str = PROSE) -> Stated:
    facts = told(f"<html><head>{head}</head><body>{body}</body></html>")
    return Stated(facts["title"], facts["publisher"], facts["published"])


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<h1>Magnets</h1><p>One  \n line.</p>", "# Magnets\n\nOne line.\n"),
        ("<p>5,493.9&nbsp;tons, up <b>5.2</b>%</p>", "5,493.9\u00a0tons, up 5.2%\n"),
        ("<p>one<br>two</p><div>three</div>four", "one\ntwo\n\nthree\n\nfour\n"),
        ("<ul><li>3%<li><p>12%</p></ul>", "- 3%\n\n- 12%\n"),
        ("<ol><li>3%</li><li>12%</li></ol>", "- 3%\n- 12%\n"),
        ("<table><tr><th>May<th>June<tr><td>7<td>8</table>", "May | June\n7 | 8\n"),
        ("<figure><img alt='9 cranes' src=x><figcaption>12 cranes</figcaption></figure>", "12 cranes\n"),
        ("<pre>a  b\n c</pre>", "a  b\n c\n"),
        ("<p><q>40 ships</q>, he said</p>", "“40 ships”, he said\n"),
        ("<p>5 km<sup>2</sup>, 5,493.9<sup>1</sup> tons, the 21<sup>st</sup></p>", "5 km², 5,493.9¹ tons, the 21st\n"),
        ("<p>CO<sub>2</sub></p>", "CO2\n"),
        ("<p>from <del>5,000</del> <ins>6,000</ins></p>", "from 6,000\n"),
        ("<p>a &lt;b&gt; c</p>", "a <b> c\n"),
    ],
)
def test_what_a_page_shows_is_written_down(body: str, text: str) -> None:
    assert text == shown(body)


@pytest.mark.parametrize(
    "furniture",
    [
        "<script>var x = 777</script>",
        "<style>p{width:777px}</style>",
        "<noscript>777</noscript>",
        "<template><p>777</p></template>",
        "<!-- 777 -->",
        "<nav>777</nav>",
        "<form>777<button>777</button></form>",
        "<p hidden>777</p>",
        "<div style='display: none'><p>777</p></div>",
        "<div role=contentinfo>777</div>",
        "<div class='wide comments'><p>777</p></div>",
        "<ul><li><a href=x>Gold at 777</a><li><a href=y>Silver at 777</a></ul>",
        "<aside><a href=x>Gold at 777</a><a href=y>Silver at 777</a></aside>",
    ],
)
def test_what_is_no_part_of_the_article_or_not_shown_is_left_out(furniture: str) -> None:
    assert "777" not in shown(f"<article>{PROSE}{furniture}</article>")


def test_an_aside_with_figures_of_its_own_stays() -> None:
    assert "58,000 tons" in shown(f"<article>{PROSE}<aside>At a glance: 58,000 tons</aside></article>")


def test_an_article_whose_element_is_called_like_furniture_is_read_all_the_same() -> None:
    assert "5,493.9 tons" in shown(f"<div class=newsletter>{PROSE}</div><p>Also.</p>")


def test_the_longest_article_of_the_page_is_read_with_the_heading_above_it() -> None:
    text = shown(f"<h1>Magnets</h1><article>{PROSE}</article><article>Teaser: 777</article><p>Reader: 777</p>")

    assert text.startswith("# Magnets\n\nChina exported")
    assert "777" not in text


def test_a_page_without_a_marked_article_is_read_whole_but_for_its_furniture() -> None:
    text = shown(f"<header>777</header><div>{PROSE}</div><p>Also.</p><footer><a>777</a> <a>777</a></footer>")

    assert text.endswith("Also.\n")
    assert "777" not in text


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            f"<script type='application/ld+json'>{LD}</script>",
            Stated("Exports climb", "Daily Metals", "2025-12-20"),
        ),
        (
            "<meta property='og:title' content='Up'><meta property='og:site_name' content='DM'>"
            "<meta property='article:published_time' content='2025-12-20T01:00Z'>",
            Stated("Up", "DM", "2025-12-20"),
        ),
        ("<title>Up | DM</title>", Stated("Up | DM", None, None)),
        ("<script type='application/ld+json'>{</script>", Stated(None, None, None)),
        (f"<script type='application/ld+json'>{'[' * 100_000}</script>", Stated(None, None, None)),
        ('<meta name="date" content="last week">', Stated(None, None, None)),
    ],
)
def test_what_a_page_states_for_machines_is_taken_and_nothing_is_guessed(head: str, expected: Stated) -> None:
    assert expected == stated(head)


def test_a_file_that_is_a_page_is_read_out_of_it_in_the_encoding_it_declares(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(f"<html><meta charset=windows-1252><h1>Caf\xe9</h1>{PROSE}".encode("windows-1252"))

    article = read(file, publisher="Me")

    assert ("Café", "Me", None) == (article.title, article.publisher, article.published)
    assert article.text.startswith("# Café\n\nChina exported 5,493.9 tons")


def test_a_source_that_opens_as_a_page_is_one_and_any_other_stays_as_it_is() -> None:
    pasted = from_source(f"\n<!DOCTYPE html>\n<html><head><meta name=date content=2025-12-20>{PROSE}", "pasted")
    plain = from_source("<p>is how a paragraph begins", "pasted")

    assert date(2025, 12, 20) == pasted.published
    assert pasted.text.startswith("China exported")
    assert "<p>is how a paragraph begins" == plain.text


def test_standard_input_that_is_called_a_page_is_read_as_one(run: Run) -> None:
    ended = run("-", "--stdin-filename", "x.html", "--estimate", stdin=b"<p>The port is open.<script>one two</script>")

    assert "x.html" in ended.out
    assert 0 == ended.code, ended.err


def test_a_page_that_shows_nothing_says_what_to_do() -> None:
    with pytest.raises(InputError, match=r"^x\.html shows no text: .* Copy the article out of the browser\.$"):
        from_source("<html><script>render()</script></html>", "x.html")


def test_a_page_built_to_take_for_ever_is_given_up_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "PATIENCE", 0.01)

    with pytest.raises(InputError, match="Save its text as a plain text file"):
        from_source("<div>" * 20_000, "x.html")


@pytest.mark.parametrize(
    "html",
    ["<div>" * 3_000, "<b>" * 3_000, "<table><b>" * 1_000, "<p>a\0b", "<p \ud800>"],
    ids=["deep", "unclosed", "misnested", "nul", "surrogate"],
)
def test_what_is_wrong_with_a_page_hides_nothing_of_it(html: str) -> None:
    assert "5,493.9 tons" in from_source(html + PROSE, "x.html").text
