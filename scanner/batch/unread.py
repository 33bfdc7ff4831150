"""The outcome for a file that could not be looked at."""

from __future__ import annotations

import datetime as dt

from scanner.batch.outcome import Outcome
from scanner.decide import FILE, Terms, decide
from scanner.doc import Doc
from scanner.finding import Gap, GapReason
from scanner.pipeline import Result
from scanner.policy import Policy


def unread(reason: GapReason, policy: Policy, destination: str, **told: str | int) -> Outcome:
    """Nothing but a gap, judged by the policy: never allowed."""
    gap = Gap(reason)
    terms = Terms(policy, destination, dt.datetime.now(dt.UTC).date(), FILE)
    decision = decide(Doc(()), (), (gap,), terms)
    result = Result(
        decision=decision.verdict,
        findings=(),
        gaps=(gap,),
        message=decision.message,
        destination=destination,
        policy_id=policy.id,
        policy_version=policy.version,
    )
    return Outcome.of(result, (), **told)
