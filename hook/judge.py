"""Lets the service judge a text, or every text in a JSON value."""

from __future__ import annotations

from hook import words
from hook.service import Service, ServiceError
from hook.verdict import BLOCK, DECISIONS, REDACT, Verdict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_BATCH = 100  # as many texts as the service takes at a time
_DEEPEST = 50


class Judge:
    """Judges content on its way to ``destination``."""

    def __init__(self, service: Service, destination: str) -> None:
        self._service = service
        self._destination = destination

    def judge(self, content: Any) -> Verdict:
        """The verdict on a text or a JSON value; raises ServiceError.

        A value is judged text by text, and once as a whole: what a member is called tells what
        stands in it. A value has a safe version also when it is blocked, with what may not leave
        taken out; what only the whole gives away cannot be, and there is none.
        """
        if isinstance(content, str):
            return self._texts([content])[0]
        leaves = [text for _, text in _leaves(content)]
        whole, *each = self._texts([_lines(content), *leaves])
        worst = max([*each, whole], key=_rank)
        if _rank(worst) < DECISIONS.index(REDACT):
            return worst
        safe = _rebuilt(content, iter(each))
        if _rank(self._texts([_lines(safe)])[0]) < DECISIONS.index(REDACT):
            return Verdict(worst.decision, worst.reason, safe)
        return Verdict(BLOCK, worst.reason)

    def _texts(self, texts: list[str]) -> list[Verdict]:
        """A verdict for each of ``texts``."""
        verdicts: list[Verdict] = []
        for start in range(0, len(texts), _BATCH):
            some = texts[start : start + _BATCH]
            items = [{"id": str(number), "text": text} for number, text in enumerate(some)]
            given = self._service.redact({"destination": self._destination, "texts": items})
            results = given["results"]
            if len(results) != len(some):
                raise ServiceError(words.FAILED)
            verdicts += [_verdict(result, text) for result, text in zip(results, some, strict=True)]
        return verdicts


def _verdict(given: dict[str, Any], text: str) -> Verdict:
    decision = given["decision"]
    if decision not in DECISIONS:
        raise ServiceError(words.FAILED)
    message = given["message"]
    safe = given.get("text") if decision == REDACT else text
    if decision == REDACT and safe is None:
        decision = BLOCK
    return Verdict(decision, (message["da"], message["en"]), None if decision == BLOCK else safe)


def _rank(verdict: Verdict) -> int:
    return DECISIONS.index(verdict.decision)


def _leaves(value: Any, label: str = "", depth: int = 0) -> Iterator[tuple[str, str]]:
    """Every text and number in ``value`` with the name of the member it stands in."""
    if depth > _DEEPEST:
        raise ServiceError(words.TOO_LARGE)
    if isinstance(value, dict):
        for name, each in value.items():
            yield from _leaves(each, name, depth + 1)
    elif isinstance(value, list):
        for each in value:
            yield from _leaves(each, label, depth + 1)
    elif value is not None and not isinstance(value, bool):
        yield label, str(value)


def _lines(value: Any) -> str:
    """``value`` as a person would read it: a line for each text, after its member's name."""
    return "\n".join(f"{label}: {text}" if label else text for label, text in _leaves(value))


def _rebuilt(value: Any, verdicts: Iterator[Verdict]) -> Any:
    """``value`` with what may leave of each of its texts, in the order of ``_leaves``.

    Its shape stays: a client that finds another one would take the value as it was. So a text
    that may not leave becomes the reason, and a number nought.
    """
    if isinstance(value, dict):
        return {name: _rebuilt(each, verdicts) for name, each in value.items()}
    if isinstance(value, list):
        return [_rebuilt(each, verdicts) for each in value]
    if value is None or isinstance(value, bool):
        return value
    verdict = next(verdicts)
    if verdict.safe == str(value):
        return value
    if not isinstance(value, str):
        return 0
    return verdict.told if verdict.safe is None else verdict.safe
