"""Carries rows and parameters as JSON without losing what JSON cannot tell apart: decimals, dates and structs."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from pydantic import JsonValue


def packed(value: object) -> JsonValue:
    """Return `value`, of what a statement takes or finds, as JSON; raises TypeError for anything else."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case Decimal():
            return {"decimal": str(value)}
        case date():
            return {"date": value.isoformat()}
        case Mapping():
            return {"row": {str(key): packed(item) for key, item in value.items()}}
        case list() | tuple() | set() | frozenset():
            return [packed(item) for item in value]
    raise TypeError(f"{type(value).__name__} cannot be handed over")


def unpacked(value: JsonValue) -> Any:
    """Return what was packed; a tuple and a set come back as a list. Raises ValueError for what never was packed."""
    match value:
        case list():
            return [unpacked(item) for item in value]
        case {"decimal": str(text)}:
            return _decimal(text)
        case {"date": str(text)}:
            return date.fromisoformat(text)
        case {"row": dict(fields)}:
            return {key: unpacked(item) for key, item in fields.items()}
        case dict():
            raise ValueError("not a packed value")
    return value


def _decimal(text: str) -> Decimal:
    try:
        number = Decimal(text)
    except InvalidOperation as error:
        raise ValueError("not a decimal") from error
    if not number.is_finite():
        raise ValueError("not a finite decimal")
    return number
