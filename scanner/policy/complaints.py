"""What can be wrong with a policy file, said in Danish and English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic_core import ErrorDetails, PydanticCustomError

from scanner.message import Message

COMPLAINTS: Mapping[str, Message] = {
    # what pydantic calls it
    "missing": Message("nøglen mangler", "the key is missing"),
    "extra_forbidden": Message("ukendt nøgle", "unknown key"),
    "model_type": Message("her skal stå nøgler med værdier", "keys with values belong here"),
    "dict_type": Message("her skal stå nøgler med værdier", "keys with values belong here"),
    "tuple_type": Message("her skal stå en liste", "a list belongs here"),
    "frozen_set_type": Message("her skal stå en liste", "a list belongs here"),
    "too_short": Message("må ikke være tom", "must not be empty"),
    "string_type": Message(
        "skal være tekst; sæt den i anførselstegn", "must be text; put it in quotes"
    ),
    "string_too_short": Message("må ikke være tom", "must not be empty"),
    "string_too_long": Message(
        "må højst fylde {max_length} tegn", "at most {max_length} characters"
    ),
    "string_pattern_mismatch": Message(
        "skal have formen {pattern}", "must have the form {pattern}"
    ),
    "enum": Message("skal være {expected}", "must be {expected}"),
    "literal_error": Message("skal være {expected}", "must be {expected}"),
    "int_type": Message("skal være et helt tal", "must be a whole number"),
    "float_type": Message("skal være et tal", "must be a number"),
    "greater_than": Message("skal være større end {gt}", "must be greater than {gt}"),
    "less_than_equal": Message("skal være højst {le}", "must be at most {le}"),
    "date_type": Message("skal være en dato som 2027-06-30", "must be a date such as 2027-06-30"),
    "date_from_datetime_parsing": Message(
        "skal være en dato som 2027-06-30", "must be a date such as 2027-06-30"
    ),
    "date_parsing": Message(
        "skal være en dato som 2027-06-30", "must be a date such as 2027-06-30"
    ),
    # YAML
    "not_utf8": Message("filen er ikke UTF-8", "the file is not UTF-8"),
    "not_yaml": Message("det er ikke YAML: {problem}", "this is not YAML: {problem}"),
    "twice": Message("nøglen står her to gange", "the key stands here twice"),
    "alias": Message("henvisninger (& og *) kan ikke bruges", "aliases (& and *) cannot be used"),
    "depth": Message("for mange niveauer", "too many levels"),
    "tag": Message("sådan en værdi kan ikke bruges her", "such a value cannot be used here"),
    "not_key": Message("nøglen skal være et ord", "the key must be a word"),
    # patterns of customer numbers
    "pattern_form": Message(
        "mønstret må bruge tegn, klasser, grupper, |, ? og {{fra,til}}",
        "the pattern may use characters, classes, groups, |, ? and {{from,to}}",
    ),
    "pattern_endless": Message(
        "*, + og {{fra,}} har ingen øvre grænse; skriv {{fra,til}}",
        "*, + and {{from,}} have no upper limit; write {{from,to}}",
    ),
    "pattern_slow": Message(
        "mønstret kan passe på for mange måder; gør det enklere",
        "the pattern can match in too many ways; make it simpler",
    ),
    "pattern_empty": Message("mønstret passer på ingenting", "the pattern matches nothing at all"),
    "pattern_error": Message("mønstret er ikke et regulært udtryk", "not a regular expression"),
    # what must hang together
    "gap_allowed": Message(
        "det, der ikke kunne undersøges, må aldrig tillades",
        "what could not be looked at is never allowed",
    ),
    "template": Message(
        "teksten må kun bruge {names} i krøllede parenteser",
        "the text may only use {names} in braces",
    ),
    "no_clause": Message("der er ingen paragraf {name}", "there is no clause {name}"),
    "no_entity": Message("der er ingen type {name}", "there is no entity type {name}"),
    "no_destination": Message("der er intet sted {name}", "there is no destination {name}"),
    "two_places": Message(
        "{name} står også under destinations", "{name} stands among the destinations too"
    ),
    "two_rules": Message("{name} står i to regler", "{name} stands in two rules"),
}


def complaint(code: str, **context: Any) -> PydanticCustomError:
    """The error that a validator raises for ``code``."""
    return PydanticCustomError(code, "{code}", {"code": code, **context})


def explain(error: ErrorDetails) -> Message:
    """What is wrong, in words; of a kind that is not listed, pydantic's own English."""
    known = COMPLAINTS.get(error["type"])
    if known is None:
        return Message(f"værdien passer ikke ({error['msg']})", error["msg"])
    context = error.get("ctx", {})
    words = filled(known, context)
    return Message(words.da.replace("' or '", "' eller '"), words.en)


def filled(message: Message, context: Mapping[str, Any]) -> Message:
    """``message`` with its braces filled."""
    return Message(*(text.format_map(context) for text in message))
