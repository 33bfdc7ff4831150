"""Sluse, the gate that Danish text passes before it reaches a language model.

from scanner import Scanner

scanner = Scanner.from_policy()
result = scanner.scan("Kære Anne Holm, dit CPR-nr. er 010158-5670", "chatgpt")
result.decision, result.findings, result.gaps, result.message
"""

from scanner.decide import Ruling
from scanner.doc import Doc, Part, Span
from scanner.errors import SluseError
from scanner.finding import Finding, Gap, GapReason
from scanner.message import Message
from scanner.pipeline import Redaction, Result, Scanner
from scanner.policy import Policy, Verdict
from scanner.restore import restore

__all__ = [
    "Doc",
    "Finding",
    "Gap",
    "GapReason",
    "Message",
    "Part",
    "Policy",
    "Redaction",
    "Result",
    "Ruling",
    "Scanner",
    "SluseError",
    "Span",
    "Verdict",
    "restore",
]
