"""Overlapping findings: what another finding fully tells is dropped, nothing is uncovered by it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from scanner.finding import STATEMENTS, Finding

Severity = Callable[[Finding], int]


def resolve(
    findings: Iterable[Finding], severity: Severity, ranking: Sequence[str]
) -> tuple[Finding, ...]:
    """The findings that stand, by part and place.

    A finding goes when a longer one that is at least as severe covers it, or one of the same span
    that is severer, has a higher score, or stands earlier in ``ranking``, in that order. Statements
    cover nothing but each other. The order of the input does not matter, and every code point that
    was covered stays covered.
    """
    ranks = {entity_type: rank for rank, entity_type in enumerate(ranking)}

    def order(finding: Finding) -> tuple[int, int, int, int, float, int, str, str]:
        rank = ranks.get(finding.entity_type, len(ranks))
        return (
            finding.part,
            finding.start,
            -finding.end,
            -severity(finding),
            -finding.score,
            rank,
            finding.entity_type,
            finding.recognizer,
        )

    standing: list[Finding] = []
    open_ones: list[Finding] = []
    for finding in sorted(set(findings), key=order):
        open_ones = [f for f in open_ones if f.part == finding.part and f.end > finding.start]
        if not any(_tells(other, finding, severity) for other in open_ones):
            standing.append(finding)
            open_ones.append(finding)
    return tuple(standing)


def _tells(other: Finding, finding: Finding, severity: Severity) -> bool:
    """Whether ``other``, which stands, makes ``finding`` superfluous."""
    return (
        other.span.covers(finding.span)
        and severity(other) >= severity(finding)
        and (other.entity_type not in STATEMENTS or finding.entity_type in STATEMENTS)
    )
