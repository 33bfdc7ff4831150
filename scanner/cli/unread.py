"""The result for a text that could not be read."""

from __future__ import annotations

import datetime as dt

from scanner.decide import Terms, decide
from scanner.doc import Doc
from scanner.finding import Gap
from scanner.pipeline import Result
from scanner.policy import Policy


def unread(gap: Gap, policy: Policy, destination: str) -> Result:
    """Nothing but ``gap``, judged by the policy: never allowed."""
    terms = Terms(policy, destination, dt.datetime.now(dt.UTC).date())
    decision = decide(Doc(()), (), (gap,), terms)
    return Result(
        decision=decision.verdict,
        findings=(),
        gaps=(gap,),
        message=decision.message,
        destination=destination,
        policy_id=policy.id,
        policy_version=policy.version,
    )
