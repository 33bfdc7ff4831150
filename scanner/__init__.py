"""Sluse, the gate that Danish text passes before it reaches a language model.

from scanner import Scanner

scanner = Scanner.from_policy()
result = scanner.scan("Kære Anne Holm, dit CPR-nr. er 010158-5670", "chatgpt")
result.decision, result.findings, result.gaps, result.message

Nothing is loaded before it is asked for: commands that do not scan start at once.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from scanner.decide import Ruling
    from scanner.doc import Doc, Part, Span
    from scanner.errors import SluseError
    from scanner.finding import Finding, Gap, GapReason
    from scanner.message import Message
    from scanner.pipeline import Redaction, Result, Scanner
    from scanner.policy import Policy, Verdict
    from scanner.restoring import RestoreStream, restore
    from scanner.streaming import Change, LiveDoc, ScanStream, StreamResult

__all__ = [
    "Change",
    "Doc",
    "Finding",
    "Gap",
    "GapReason",
    "LiveDoc",
    "Message",
    "Part",
    "Policy",
    "Redaction",
    "RestoreStream",
    "Result",
    "Ruling",
    "ScanStream",
    "Scanner",
    "SluseError",
    "Span",
    "StreamResult",
    "Verdict",
    "restore",
]
_HOMES = {
    "decide": ["Ruling"],
    "doc": ["Doc", "Part", "Span"],
    "errors": ["SluseError"],
    "finding": ["Finding", "Gap", "GapReason"],
    "message": ["Message"],
    "pipeline": ["Redaction", "Result", "Scanner"],
    "policy": ["Policy", "Verdict"],
    "restoring": ["RestoreStream", "restore"],
    "streaming": ["Change", "LiveDoc", "ScanStream", "StreamResult"],
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    """The public ``name``, loaded from its module when it is first asked for (PEP 562)."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415  # not before it is needed

    value: object = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names."""
    return __all__
