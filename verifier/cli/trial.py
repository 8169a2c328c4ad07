"""`verify config --check`: asks the model one small question and says line by line what works."""

import asyncio

from verifier.cli import money, streams
from verifier.llm import STEPS, Outcome, target, terms, trial
from verifier.report.visible import visible
from verifier.settings import ModelSettings

_WRONG, _DOWN = 2, 3


def run(settings: ModelSettings) -> int:
    """Return 0 if everything works, 2 if a setting is to be changed, 3 if the endpoint does not answer.

    Raises ConfigurationError if no model is configured.
    """
    key = " The key goes with it and is not shown." if settings.api_key else ""
    streams.say(f"{visible(target(settings))}{key}\n")
    outcome = asyncio.run(trial(settings))
    lines = [
        *_steps(outcome, settings),
        f"price    {money.price(terms(settings))}",
        f"time     {outcome.seconds:.1f} s",
    ]
    streams.say("".join(f"{line}\n" for line in lines))
    if outcome.failed is None:
        return 0
    return _DOWN if outcome.down else _WRONG


def _steps(outcome: Outcome, settings: ModelSettings) -> list[str]:
    broken = STEPS.index(outcome.failed) if outcome.failed else len(STEPS)
    known = min(broken, 1) if outcome.down else broken  # an endpoint in trouble may not have looked at the rest
    told = _works(outcome, settings) | dict.fromkeys(STEPS[known:], "not known yet")
    if outcome.failed:
        told[outcome.failed] = f"FAILS: {outcome.why}"
    return [f"{step:<8} {visible(told[step])}" for step in STEPS]


def _works(outcome: Outcome, settings: ModelSettings) -> dict[str, str]:
    asked, told = terms(settings).model, outcome.answered_by
    other = f"; the endpoint calls it “{told}”" if told and not told.startswith(asked) else ""
    return {
        "address": "works: it was reached",
        "key": "works: it was accepted" if settings.api_key else "works: none is set, and none was asked for",
        "model": f"works: “{asked}” is known{other}",
        "request": f"works: VERIFIER_STRUCTURED={settings.structured} was accepted",
        "answer": "works: it keeps to the schema",
    }
