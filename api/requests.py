"""What may be asked: one text or a batch of them, and how it is to be answered."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
)

from api.schemas import OffsetUnit

MAX_BATCH = 100


def is_json(content_type: str) -> bool:
    """Whether a Content-Type header says JSON."""
    media_type = content_type.partition(";")[0].strip().lower()
    return media_type == "application/json" or media_type.endswith("+json")


class Operator(StrEnum):
    """What takes the place of a finding; `hash` and `encrypt` need SLUSE_HASH_KEY."""

    PLACEHOLDER = "placeholder"
    MASK = "mask"
    HASH = "hash"
    ENCRYPT = "encrypt"


# U+0000 has no place in a text of people's; no text field takes it.
Characters = Annotated[str, StringConstraints(pattern=r"^[^\x00]*$")]
# As scanner.placeholders writes them.
Placeholder = Annotated[
    str,
    StringConstraints(pattern=r"^\[[A-ZÆØÅ][A-ZÆØÅ0-9\-]{0,39}_[1-9][0-9]{0,8}[b-rt-z]?\]$"),
]
Mapped = dict[Placeholder, Characters]
Text = Annotated[Characters, Field(repr=False)]
Identifier = Annotated[Characters, Field(min_length=1, max_length=200, repr=False)]
Destination = Annotated[
    str,
    Field(
        pattern=r"^[a-z0-9][a-z0-9._-]{0,63}$",
        description="Where the text is to go. A destination the policy does not name is treated "
        "like `chatgpt`.",
        examples=["chatgpt"],
    ),
]


MessageId = Annotated[int, Field(ge=0, le=2**53)]


class Request(BaseModel):
    """A request: unknown members are refused, so that a misspelt one is not passed over."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Asked(Request):
    """What every scan is asked with."""

    destination: Destination = "chatgpt"
    offset_unit: OffsetUnit = OffsetUnit.CODEPOINT


class Replacing(Request):
    """What every redaction is asked with besides."""

    operator: Operator = Operator.PLACEHOLDER
    mapping: bool = Field(default=False, description="Whether the answer holds the mapping.")
    known: Mapped = Field(
        default_factory=dict,
        repr=False,
        json_schema_extra={"additionalProperties": False},
        description="The mapping of what was sent before in the same conversation: its values keep "
        "their placeholders, and no number is given twice.",
    )


class Item(Request):
    """One text of a batch."""

    id: Identifier
    text: Text


class One(Request):
    """One text."""

    text: Text


class Many(Request):
    """Several texts; the answers come in the same order."""

    texts: Annotated[list[Item], Field(min_length=1, max_length=MAX_BATCH)]


class ScanRequest(One, Asked):
    """One text to look at."""


class ScanBatch(Many, Asked):
    """Several texts to look at."""


class RedactRequest(One, Asked, Replacing):
    """One text to redact."""


class RedactBatch(Many, Asked, Replacing):
    """Several texts to redact."""


def _shape(value: Any) -> str:
    keys = value if isinstance(value, Mapping) else getattr(type(value), "model_fields", ())
    return "batch" if "texts" in keys else "one"


OneOrMany = Discriminator(_shape)
ScanBody = Annotated[
    Annotated[ScanRequest, Tag("one")] | Annotated[ScanBatch, Tag("batch")], OneOrMany
]
RedactBody = Annotated[
    Annotated[RedactRequest, Tag("one")] | Annotated[RedactBatch, Tag("batch")], OneOrMany
]


class RestoreRequest(Request):
    """An answer with placeholders in it, and the mapping that came with the redacted text."""

    text: Text
    mapping: Mapped = Field(repr=False, json_schema_extra={"additionalProperties": False})


class OpenMessage(Asked):
    """The first message of a live text: where it is to go, and what there is of it."""

    type: Literal["open"]
    id: MessageId = 0
    text: Text = ""
    key: str | None = Field(default=None, max_length=200, repr=False)


class EditMessage(Request):
    """``text`` in place of what stands from ``start`` to ``end``, in the unit asked for."""

    type: Literal["edit"]
    id: MessageId = 0
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: Text


LiveMessage = Annotated[OpenMessage | EditMessage, Field(discriminator="type")]
