"""Texts that pass the service bit by bit: what a stream and a live text share with the others."""
