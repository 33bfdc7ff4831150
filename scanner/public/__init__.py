"""Names that are public, and so never a finding: authorities, tools, laws, places.

The names stand in ``scanner/data/public_names.yaml``, with their source; the policy adds the
organization's own names and those it calls public.
"""

from __future__ import annotations

from scanner.public.listed import fold, shipped
from scanner.public.names import SURE, PublicNames
from scanner.public.reading import PublicReading, PublicSpan

__all__ = ["SURE", "PublicNames", "PublicReading", "PublicSpan", "fold", "shipped"]
