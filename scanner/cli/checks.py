"""What ``sluse doctor`` looks at: each check says what is, and what to do when it is wrong."""

from __future__ import annotations

import socket
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from api.audit import AuditStore
from api.keys import read_keys
from api.serve import check_exposure
from scanner.cli.options import build_scanner
from scanner.errors import SluseError
from scanner.message import Message
from scanner.nlp.engine import NamesEngine
from scanner.policy import Policy, Verdict
from scanner.register import Register
from scanner.register.keyed import key_path
from scanner.settings import Settings

# A number of 1858: nobody bears it any more.
_PROBE = "Mit CPR-nummer er 010158-5670."
_NOTHING = Message("", "")


class State(StrEnum):
    """How a check came out."""

    OK = "ok"
    NOTE = "note"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Check:
    """One check: what it looked at, how it came out, what is so, what to do."""

    name: str
    state: State
    what: Message
    todo: Message = _NOTHING


def checks(settings: Settings) -> Iterator[Check]:
    """All checks that need settings, in the order in which things build on each other."""
    looks: tuple[tuple[str, Callable[[Settings], Iterator[Check]]], ...] = (
        ("policy", _policy),
        ("model", _model),
        ("register", _register),
        ("keys", _keys),
        ("port", _port),
        ("audit", _audit),
        ("scan", _scan),
    )
    for name, look in looks:
        try:
            yield from look(settings)
        except SluseError as error:
            yield Check(name, State.WRONG, error.message)


def _policy(settings: Settings) -> Iterator[Check]:
    policy = Policy.load(settings.policy)
    yield Check("policy", State.OK, _same(f"{policy.id} {policy.version}"))


def _model(settings: Settings) -> Iterator[Check]:
    NamesEngine(settings.model).load()
    name = settings.model
    yield Check(
        "model", State.OK, _same(name) if name else Message("den medfølgende", "the shipped")
    )


def _register(settings: Settings) -> Iterator[Check]:
    if settings.register is None:
        yield Check(
            "register",
            State.NOTE,
            Message("intet register over egne data", "no register of own data"),
            Message("Lav et med “sluse register import”.", "Make one: “sluse register import”."),
        )
        return
    register = Register.load(settings.register, settings.register_key_bytes)
    yield Check(
        "register", State.OK, Message(f"værdier: {len(register)}", f"values: {len(register)}")
    )
    if settings.register_key is None:
        yield from _secrecy("register", settings.register_key_file or key_path(settings.register))


def _keys(settings: Settings) -> Iterator[Check]:
    records = read_keys(settings.keys_file, settings.api_keys)
    check_exposure(settings)
    yield Check("keys", State.OK, Message(f"nøgler: {len(records)}", f"keys: {len(records)}"))
    if settings.keys_file:
        yield from _secrecy("keys", settings.keys_file)


def _secrecy(name: str, path: Path) -> Iterator[Check]:
    """A note when others may read a file that is for its owner."""
    if stat.S_IMODE(path.stat().st_mode) & (stat.S_IRGRP | stat.S_IROTH):
        yield Check(
            name,
            State.NOTE,
            Message(f"andre kan læse {path}", f"others can read {path}"),
            Message(f"chmod 600 {path}", f"chmod 600 {path}"),
        )


def _port(settings: Settings) -> Iterator[Check]:
    place = f"{settings.host}:{settings.port}"
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        socket.create_server((settings.host.strip("[]"), settings.port), family=family).close()
    except OSError:
        yield Check(
            "port",
            State.NOTE,
            Message(f"{place} er optaget", f"{place} is taken"),
            Message(
                "Kører Sluse allerede, er det rigtigt. Ellers vælg en anden med SLUSE_PORT.",
                "Right if Sluse is running. Otherwise choose another with SLUSE_PORT.",
            ),
        )
        return
    yield Check("port", State.OK, Message(f"{place} er ledig", f"{place} is free"))


def _audit(settings: Settings) -> Iterator[Check]:
    store = AuditStore(settings.audit_url, retention_days=0)
    texts = store.totals(days=settings.audit_retention_days or 36_500).texts
    store.close()
    yield Check("audit", State.OK, Message(f"afgørelser: {texts}", f"decisions: {texts}"))


def _scan(settings: Settings) -> Iterator[Check]:
    """The whole way once: a CPR number has to be noticed."""
    result = build_scanner(settings).scan(_PROBE, timeout=settings.scan_timeout_seconds)
    if result.decision is Verdict.ALLOW or result.gaps:
        yield Check(
            "scan",
            State.WRONG,
            Message("en prøvetekst blev ikke stoppet", "a probe was not stopped"),
            Message("Se på politikken.", "Look at the policy."),
        )
        return
    yield Check("scan", State.OK, Message("en prøvetekst blev stoppet", "a probe was stopped"))


def _same(text: str) -> Message:
    return Message(text, text)
