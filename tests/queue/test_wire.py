"""Promises of what goes between two verifiers: nothing is lost or changed on the way."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.seeds import all_seeds, recorded
from verifier import errors
from verifier.errors import InputError, VerifierError
from verifier.handover.packing import packed, unpacked
from verifier.handover.wire import Fault, Line, fault
from verifier.pipeline import verify

SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**63), 2**63),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(),
    st.dates(),
    st.decimals(allow_nan=False, allow_infinity=False),
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=10
)


@given(VALUES)
def test_whatever_a_statement_takes_or_finds_comes_out_as_it_went_in(value: Any) -> None:
    assert value == unpacked(json.loads(json.dumps(packed(value))))


def test_a_struct_that_looks_like_a_packed_value_is_told_from_one() -> None:
    value = {"decimal": "1", "date": date(2025, 12, 23), "row": {"row": Decimal("1.10")}}

    assert value == unpacked(json.loads(json.dumps(packed(value))))


@pytest.mark.parametrize("value", [b"bytes", object(), 1j])
def test_what_json_cannot_carry_is_a_fault_of_the_program(value: object) -> None:
    with pytest.raises(TypeError):
        packed(value)


@pytest.mark.parametrize("value", [{}, {"decimal": 1}, {"set": []}, [{"row": []}]])
def test_what_never_was_packed_is_refused(value: Any) -> None:
    with pytest.raises(ValueError, match="not a packed value"):
        unpacked(value)


@pytest.mark.parametrize("text", ["abc", "", "1,5", "NaN", "-Infinity"])
def test_a_decimal_that_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="decimal"):
        unpacked({"decimal": text})


def test_a_report_is_the_same_on_the_other_side() -> None:
    report = verify(all_seeds(), recorded())

    line = Line.model_validate_json(Line(report=report).model_dump_json(exclude_unset=True))

    assert report == line.report


def test_an_error_is_raised_there_as_it_was_here() -> None:
    carried = Fault.model_validate_json(fault(InputError("a.txt is empty.")).model_dump_json()).raised()

    assert (InputError, "a.txt is empty.", 2) == (type(carried), str(carried), carried.exit_code)


@pytest.mark.parametrize("kind", ["SystemExit", "", "__doc__", "NoSuchError"])
def test_an_error_of_an_unknown_kind_is_one_of_ours_all_the_same(kind: str) -> None:
    assert VerifierError is type(Fault(error="It failed.", kind=kind).raised())


def test_a_fault_of_the_server_says_what_it_was_and_nothing_of_where(tmp_path: object) -> None:
    told = fault(KeyError(f"{tmp_path}"))

    assert "The server met a fault of its own (KeyError). Please report it." == told.error


def test_every_error_of_the_house_can_be_carried() -> None:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, VerifierError)]

    assert kinds == [type(Fault(error="It failed.", kind=kind.__name__).raised()) for kind in kinds]
