"""Counters for Prometheus. Labels come from fixed lists, never from what was sent."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from api.audit import Entry
from api.gate import Gate

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_SECONDS = (0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30)


class Metrics:
    """The numbers of one service, in a registry of its own."""

    def __init__(self, gate: Gate) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "sluse_requests",
            "Requests answered.",
            ["method", "route", "status"],
            registry=self._registry,
        )
        self._request_seconds = Histogram(
            "sluse_request_seconds",
            "Time to the answer.",
            ["route"],
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._decisions = Counter(
            "sluse_decisions",
            "Texts decided on.",
            ["operation", "destination", "decision"],
            registry=self._registry,
        )
        self._findings = Counter(
            "sluse_findings", "Findings.", ["entity_type"], registry=self._registry
        )
        self._gaps = Counter(
            "sluse_gaps", "Pieces not looked at.", ["reason"], registry=self._registry
        )
        self._scan_seconds = Histogram(
            "sluse_scan_seconds",
            "Time of one text, waiting included.",
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._characters = Counter(
            "sluse_characters", "Characters looked at.", registry=self._registry
        )
        self._refused = Counter(
            "sluse_refused", "Texts turned away, the queue being full.", registry=self._registry
        )
        self._open = Gauge(
            "sluse_sessions_open", "Texts on their way.", ["door"], registry=self._registry
        )
        self._edit_seconds = Histogram(
            "sluse_edit_seconds", "Time of one edit.", buckets=_SECONDS, registry=self._registry
        )
        waiting = Gauge("sluse_queue_waiting", "Texts waiting.", registry=self._registry)
        waiting.set_function(lambda: gate.waiting)
        stuck = Gauge("sluse_workers_stuck", "Workers overrunning.", registry=self._registry)
        stuck.set_function(lambda: gate.stuck)

    def request(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count an answered request."""
        self._requests.labels(method, route, str(status)).inc()
        self._request_seconds.labels(route).observe(seconds)

    def opened(self, door: str, number: int) -> None:
        """Count texts that begin, or with -1 end, their way through a door."""
        self._open.labels(door).inc(number)

    def edited(self, seconds: float) -> None:
        """Count an edit of a live text."""
        self._edit_seconds.observe(seconds)

    def refused(self) -> None:
        """Count a text that found no place in the queue."""
        self._refused.inc()

    def decided(self, entry: Entry) -> None:
        """Count a decision."""
        self._decisions.labels(entry.operation, entry.destination, entry.decision).inc()
        self._scan_seconds.observe(entry.duration_ms / 1000)
        self._characters.inc(entry.characters)
        for entity_type, count in entry.entities.items():
            self._findings.labels(entity_type).inc(count)
        for reason, count in entry.gaps.items():
            self._gaps.labels(reason).inc(count)

    def render(self) -> bytes:
        """All of it, in Prometheus' text format."""
        return generate_latest(self._registry)
