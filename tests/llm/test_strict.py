"""Promises of the check that keeps schemas within what strict endpoints accept."""

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, create_model

from tests.llm.strict import faults


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


class Inner(BaseModel):
    kind: Literal["a"]
    size: int


class Other(BaseModel):
    kind: Literal["b"]


class Tree(BaseModel):
    name: str
    children: list["Tree"]


def schema(kind: Any, default: Any = ...) -> type[BaseModel]:
    return create_model("Schema", field=(kind, default))


@pytest.mark.parametrize(
    "kind",
    [
        str,
        str | None,
        int | str,
        Decimal,
        date,
        Colour,
        Literal["one", "two"],
        Inner | Other,
        list[Inner],
        Annotated[int, Field(ge=0, lt=9)],
        Annotated[str, Field(pattern="^f[0-9]+$")],
        Annotated[list[int], Field(max_length=3)],
        Annotated[Inner, Field(description="an inner one")],
    ],
)
def test_what_endpoints_accept_has_no_fault(kind: Any) -> None:
    assert faults(schema(kind)) == []


def test_a_schema_may_hold_itself() -> None:
    assert faults(Tree) == []


def test_none_is_the_one_default_that_is_accepted() -> None:
    assert faults(schema(str | None, None)) == []
    assert faults(schema(str, "en")) == ["$.field: default is refused"]


@pytest.mark.parametrize(
    "kind",
    [
        Annotated[Inner | Other, Field(discriminator="kind")],
        dict[str, int],
        tuple[int, str],
        set[str],
        Any,
        Annotated[str, Field(min_length=1)],
    ],
)
def test_what_endpoints_refuse_is_found(kind: Any) -> None:
    assert any(fault.startswith("$.field") for fault in faults(schema(kind)))


def test_an_open_object_is_found() -> None:
    open_to_more = create_model("Open", __config__=ConfigDict(extra="allow"), field=(int, ...))

    assert faults(open_to_more) == ["$: must forbid additional properties"]


def test_too_many_values_are_found() -> None:
    many = Enum("Many", {f"value{n}": f"value{n}" for n in range(1_001)})  # type: ignore[misc]

    assert faults(schema(many)) == ["$: more than 1000 enum values"]


def test_too_deep_a_schema_is_found() -> None:
    deep: Any = int
    for level in range(12):
        deep = create_model(f"Level{level}", field=(deep, ...))

    assert faults(deep) == ["$: deeper than 10 levels"]
