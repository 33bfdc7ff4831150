"""Results as one HTML file for people: it fetches nothing and prints well."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from heapq import nsmallest
from importlib.resources import files
from itertools import islice
from pathlib import PurePath

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from scanner.batch.journal import Journal
from scanner.batch.outcome import Found, Outcome
from scanner.cli.report.as_text import where
from scanner.cli.report.words import COPIES, GAPS, VERDICTS, gathered, title_of
from scanner.documents.places import told
from scanner.mask import printable
from scanner.message import Message
from scanner.policy import Policy, Verdict

MOST_ROWS = 5_000  # findings that are listed; a browser sorts no more at ease
_MOST_BARS = 12
_MOST_TYPES = 4  # of a file's findings that are told beside it
_LABEL = 30  # letters beside a bar
_FILES = files("scanner.cli.report") / "page"
_GRAVEST = sorted(Verdict, key=lambda verdict: -verdict.rank)


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart; ``share`` is its length, 0 to 1."""

    label: Message
    number: int
    share: float


def as_html(
    journal: Journal,
    policy: Policy,
    destination: str,
    language: str = "da",
    *,
    shows_values: bool = False,
) -> Iterator[str]:
    """The file in pieces; it has both languages, and opens in ``language``.

    ``shows_values`` says that the journal has them in clear.
    """
    page = Environment(
        loader=FunctionLoader(lambda name: (_FILES / name).read_text(encoding="utf-8")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    page.filters["both"] = _both
    page.filters["number"] = _number
    page.filters["place"] = told
    totals = journal.totals
    root = _root(journal)
    now = dt.datetime.now().astimezone()
    yield from page.get_template("report.html").generate(
        language=language,
        totals=totals,
        is_whole=journal.is_whole,
        root=printable(str(root)),
        made=Message(f"{now:%d.%m.%Y %H:%M}", f"{now:%Y-%m-%d %H:%M}"),
        policy=policy,
        destination=policy.destination(destination).title,
        shows_values=shows_values,
        decisions=[(v, totals.decisions[v.value]) for v in _GRAVEST if totals.decisions[v.value]],
        types=_bars(totals.types, lambda name: title_of(policy, name)),
        folders=_bars(totals.folders, lambda name: _folder(name, root)),
        gaps=(
            (outcome, reason, places)
            for outcome in journal
            for reason, places in gathered(outcome.gaps).items()
        ),
        lacking=(outcome for outcome in journal if outcome.lacks_copy),
        files=nsmallest(MOST_ROWS, _files_with_findings(journal, policy), key=lambda row: -row[1]),
        findings=islice(_rows(journal, policy), MOST_ROWS),
        most=MOST_ROWS,
        clean=(outcome for outcome in journal if outcome.is_clean),
        copies=COPIES,
        reasons=GAPS,
        verdicts=VERDICTS,
        name_of=partial(_name, root=root),
        size=_size(totals.size),
    )


def _files_with_findings(
    journal: Journal, policy: Policy
) -> Iterator[tuple[Outcome, int, int, Message]]:
    """File without its findings, how grave it is, how many there are new, and of which types."""
    for outcome in journal:
        if new := outcome.new_findings:
            file = replace(outcome, findings=())
            yield file, outcome.decision.rank, len(new), _types(new, policy)


def _types(findings: Sequence[Found], policy: Policy) -> Message:
    """How many of each type, the gravest first."""
    ranks = {found.entity_type: found.action.rank for found in findings}
    counts = Counter(found.entity_type for found in findings)
    names = sorted(counts, key=lambda name: (-ranks[name], -counts[name]))
    more = " …" if len(names) > _MOST_TYPES else ""
    told = [(counts[name], title_of(policy, name, counts[name])) for name in names[:_MOST_TYPES]]
    return Message(
        ", ".join(f"{number} {title.da}" for number, title in told) + more,
        ", ".join(f"{number} {title.en}" for number, title in told) + more,
    )


def _rows(
    journal: Journal, policy: Policy
) -> Iterator[tuple[Outcome, Found, Message, Message, int]]:
    """File, finding, what it is called, where it is, and how grave it is."""
    for outcome in journal:
        for found in outcome.new_findings:
            title = title_of(policy, found.entity_type)
            yield outcome, found, title, where(found), Verdict(found.action).rank


def _bars(counts: Counter[str], label: object) -> list[Bar]:
    """The largest counts as bars, the rest as one."""
    assert callable(label)  # noqa: S101  # as called above
    largest = counts.most_common(_MOST_BARS)
    rest = sum(counts.values()) - sum(number for _, number in largest)
    told = [(label(name), number) for name, number in largest]
    if rest:
        told.append((Message("øvrige", "others"), rest))
    most = max((number for _, number in told), default=1)
    return [Bar(name, number, number / most) for name, number in told]


def _both(message: Message) -> Markup:
    """A message in both languages; the page shows one of them."""
    if message.da == message.en:
        return Markup("<span>{}</span>").format(message.da)
    return Markup('<span lang="da">{}</span><span lang="en">{}</span>').format(
        message.da, message.en
    )


def _root(journal: Journal) -> PurePath:
    """The folder that all files lie in; told once, and not beside each of them."""
    common: PurePath | None = None
    for outcome in journal:
        parent = PurePath(outcome.name).parent
        if common is None:
            common = parent
        while not parent.is_relative_to(common):
            common = common.parent
    return common or PurePath()


def _folder(name: str, root: PurePath) -> Message:
    """A folder below ``root``: the end of its path, which tells it from the others."""
    path = PurePath(name)
    inside = path.relative_to(root) if path.is_relative_to(root) else path
    shown = printable(str(inside) if inside != PurePath() else path.name or str(path))
    return Message(*[shown if len(shown) <= _LABEL else "…" + shown[1 - _LABEL :]] * 2)


def _name(outcome: Outcome, root: PurePath) -> Markup:
    """The file's name below ``root``, its folder paler."""
    path = PurePath(outcome.name)
    path = path.relative_to(root) if path.is_relative_to(root) else path
    folder = f"{path.parent}/" if path.parent != PurePath() else ""
    return Markup('<span class="folder">{}</span><b>{}</b>').format(
        printable(folder), printable(path.name)
    )


def _number(value: int) -> str:
    """A number with a narrow blank between thousands, as both languages read it."""
    return f"{value:,}".replace(",", "\u202f")


def _size(size: int) -> Message:
    for unit, width in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if size >= width:
            told = f"{size / width:.1f} {unit}"
            return Message(told.replace(".", ","), told)
    return Message(*[f"{size} B"] * 2)
