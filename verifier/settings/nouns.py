"""Everything that can be set, and what each may be."""

import re
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from verifier.addresses import page_address, server_address
from verifier.models import Frozen


def _is_price(text: str) -> str:
    if not re.fullmatch(r"\d{1,9}(\.\d{1,9})?(, ?\d{1,9}(\.\d{1,9})?){1,2}", text):
        raise ValueError(
            "it should be the dollars for a million tokens of input and of output, and of cached input if that costs "
            "less, as in 0.10,0.50,0.01"
        )
    return text


class ModelSettings(Frozen):
    """Which model is asked, where, and how patiently."""

    name: str | None = None
    base_url: str | None = None
    api_key: str | None = None
    structured: Literal["strict", "schema", "json"] = "strict"
    """strict: OpenAI's strict schema; schema: the plain JSON schema; json: any JSON, the schema in the prompt."""
    answers: Literal["live", "replay", "record"] = "live"
    """replay: recordings and kept answers only; record: recordings first, the endpoint for what is missing."""
    recordings: Path | None = None
    """Folder of recorded answers, for replay and record."""
    origin: str | None = None
    """What a new recording says of how it was made."""
    concurrency: int = Field(default=4, ge=1)
    attempts: int = Field(default=5, ge=1)
    reasks: int = Field(default=1, ge=0)
    request_timeout: float = Field(default=120, gt=0, allow_inf_nan=False)
    """Seconds for one request."""
    deadline: float = Field(default=600, gt=0, allow_inf_nan=False)
    """Seconds for one answer, waiting and asking again included."""
    service_tier: Literal["auto", "default", "flex", "priority"] | None = None
    """Passed to the endpoint as it is; None sends none."""
    price: Annotated[str, AfterValidator(_is_price)] | None = None
    """US dollars for a million tokens, "input,output" or "input,output,cached"; None: that of the shipped table."""
    max_cost: Decimal | None = Field(default=None, ge=0, allow_inf_nan=False)
    """US dollars one run may spend; None: no limit."""


class Settings(Frozen):
    """Everything one run depends on beside its articles."""

    model: ModelSettings = ModelSettings()
    database: Path | None = None
    """The store's file; None is a store in memory."""
    save: bool = True
    """False: compare only, the store is left as it was."""
    server: Annotated[str, AfterValidator(server_address)] | None = None
    """Address of the server whose store is used instead of a file."""
    token: str | None = None
    """What lets in to that server; to `verify queue`, what it lets in by."""
    checks_url: Annotated[str, AfterValidator(page_address)] | None = None
    """Where the newsroom publishes its checks: each under this address, a slash and the id of its claim."""
    organisation: str | None = None
    """The newsroom's name, for what it publishes."""
    local_webhooks: bool = False
    """Whether webhooks may go to this machine, over http."""
