"""The audit's one table."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, DateTime, Float, Integer, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """What the migrations compare with."""


class Decision(Base):
    """One decision. Times are UTC; sizes are of the text, which itself is not kept."""

    __tablename__ = "decision"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    at: Mapped[datetime] = mapped_column(DateTime, index=True)
    key_id: Mapped[str] = mapped_column(String(40))
    operation: Mapped[str] = mapped_column(String(16))
    destination: Mapped[str] = mapped_column(String(64))
    decision: Mapped[str] = mapped_column(String(8))
    entities: Mapped[dict[str, int]] = mapped_column(JSON)
    gaps: Mapped[dict[str, int]] = mapped_column(JSON)
    characters: Mapped[int] = mapped_column(Integer)
    size_bytes: Mapped[int] = mapped_column(Integer)
    duration_ms: Mapped[float] = mapped_column(Float)
    policy_id: Mapped[str] = mapped_column(String(64))
    policy_version: Mapped[str] = mapped_column(String(64))
