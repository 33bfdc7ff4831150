"""Doors for clients that speak somebody else's protocol: each in its own module, none decides."""
