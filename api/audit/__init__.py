"""One row per decision: when, which key, where to, what was decided. Never text, never a value."""

from api.audit.store import AuditStore, Entry, Totals

__all__ = ["AuditStore", "Entry", "Totals"]
