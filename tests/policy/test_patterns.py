"""Patterns of customer numbers: the useful ones pass, those that can take long do not."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.policy.patterns import objection

FINE = [
    r"VH-\d{7}",
    r"\d{6}",
    r"7\d{7}",
    r"[A-Z]{2}[ -]?\d{4,8}",
    r"(?:K|M|DEB)-\d{5,6}",
    r"(?:\d{2}\.){2}\d{3}",
    r"K\.\d{3}/\d{2}",
    r"[\w-]{4}\d",
    "ÆØ-[0-9]{4}",
]
REFUSED = [
    (r"\d+", "pattern_endless"),
    (r"\d*x", "pattern_endless"),
    (r"\d{2,}", "pattern_endless"),
    (r"(a+)+", "pattern_endless"),
    (r"(\d{1,9}){1,99}", "pattern_slow"),
    (r"((\d{1,9})){1,9}", "pattern_slow"),
    (r"(?:a|a){20}b", "pattern_slow"),
    (r"(?:a?){40}a{40}", "pattern_slow"),
    (r"\d{0,64}\d{0,64}\d{0,64}x", "pattern_slow"),
    (r"a{9999}", "pattern_slow"),
    (r"a{70}", "pattern_slow"),
    (r"(\d)\1", "pattern_form"),
    (r"(?<=a)b", "pattern_error"),
    (r"(?=a)b", "pattern_error"),
    (r"(?i)a", "pattern_error"),
    (r"^a$", "pattern_form"),
    (r"[[a]", "pattern_form"),
    (r"[a--b]", "pattern_form"),
    (r"(a", "pattern_error"),
    (r"a)|(b", "pattern_error"),
    (r"?a", "pattern_error"),
    (r"a??", "pattern_error"),
    (r"a{3,2}", "pattern_error"),
    (r"[z-a]", "pattern_error"),
    (r"a?", "pattern_empty"),
    (r"a|", "pattern_empty"),
]


@pytest.mark.parametrize("pattern", FINE)
def test_useful_patterns_pass(pattern: str) -> None:
    assert not objection(pattern)


@pytest.mark.parametrize(("pattern", "code"), REFUSED)
def test_others_do_not(pattern: str, code: str) -> None:
    assert objection(pattern) == code


@given(st.text("ab12()[]{}|?*+\\.d,^-:", max_size=20))
def test_what_passes_compiles_and_matches_something(pattern: str) -> None:
    if not objection(pattern):
        assert not re.compile(pattern).match("")
