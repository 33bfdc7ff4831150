"""The command ``sluse``."""
