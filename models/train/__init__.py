"""From name statistics and plain text to the shipped names model: ``python -m models.train``."""
