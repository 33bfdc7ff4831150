"""Arithmetic of numbers: one module a number, each with compact, validate, is_valid."""
