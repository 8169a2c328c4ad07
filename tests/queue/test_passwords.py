"""Promises of new passwords: a name is no password however it is written, and to judge one keeps nobody waiting."""

import asyncio
import threading
from typing import Any

import pytest
import zxcvbn

from verifier.errors import UsageError
from verifier.queue import passwords

NAMED = "it is made of your name, or of what everybody calls this program"


def refused(password: str, name: str) -> str:
    """Return why that cannot be the password of whoever has this name; "" where it can."""
    try:
        asyncio.run(passwords.check(password, password, name))
    except UsageError as wrong:
        return str(wrong)
    return ""


@pytest.mark.parametrize(
    ("password", "name"),
    [
        ("Ana Ana Ana", "Ana"),
        ("zofieskvorova", "Žofie Škvorová"),
        ("žofie škvorová", "Žofie Škvorová"),
        ("lukaszlukasz", "Łukasz Nowak"),
        ("jean pierre", "Jean-Pierre Dupont"),
        ("МарияИванова", "Мария Иванова"),
        ("岸田文雄岸田文雄", "岸田文雄"),
        ("Ｖｅｒｉｆｉｅｒ", "Ana"),
        ("v e r i f i e r", "Ana"),
    ],
)
def test_a_name_is_no_password_however_it_is_written(password: str, name: str) -> None:
    assert NAMED in refused(password, name)


@pytest.mark.parametrize("password", ["Ana keeps four odd herons", "correct horse battery staple"])
def test_a_name_may_stand_in_a_password_that_is_not_soon_guessed(password: str) -> None:
    assert refused(password, "Ana") == ""


def test_nothing_but_spaces_is_no_password() -> None:
    assert "first to be tried" in refused("        ", "Ana")


def test_a_password_is_judged_by_its_beginning_and_away_from_what_answers_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[tuple[int, bool]] = []
    judge = zxcvbn.zxcvbn

    def watched(password: str, **given: Any) -> object:
        seen.append((len(password), threading.current_thread() is threading.main_thread()))
        return judge(password, **given)

    monkeypatch.setattr(zxcvbn, "zxcvbn", watched)

    assert refused("six words nobody would put together " * 20, "Ana") == ""
    assert [(32, False)] * 2 == seen
