"""Presidio operators of our own."""
