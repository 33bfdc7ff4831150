"""All addresses are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.recognizers.email_address import EmailAddressRecognizer

Found = Callable[[EmailAddressRecognizer, str], list[str]]

FOUND = [
    ("skriv til mette@nordlys-bageri.dk.", ["mette@nordlys-bageri.dk"]),
    ("Fra: Ole Bæk <ole.baek+moms@piil-vvs.dk>", ["ole.baek+moms@piil-vvs.dk"]),
    ("mailto:gorm@hverdagshelte.nu?subject=x", ["gorm@hverdagshelte.nu"]),
    ("søren_bæk@åby-smør.dk", ["søren_bæk@åby-smør.dk"]),
    ("kim@xn--bager-ama.dk", ["kim@xn--bager-ama.dk"]),
    ("'siva.r@teamchili.dk', 'b&b@hav.co.uk'", ["siva.r@teamchili.dk", "b&b@hav.co.uk"]),
    ("user=ida@hav.dk;pw=1", ["ida@hav.dk"]),
    ("a@b.dk,c@d.dk", ["a@b.dk", "c@d.dk"]),
    (r"note\nanne@firmaet.dk", ["anne@firmaet.dk"]),
    ("info@skaldyrskompagniet.dk", ["info@skaldyrskompagniet.dk"]),
    ("O'Brien: sean.o'brien@pub.ie", ["sean.o'brien@pub.ie"]),
    ("ANNE@FIRMAET.DK", ["ANNE@FIRMAET.DK"]),
    ("lise.holm@example.com", ["lise.holm@example.com"]),
    ("Mail:per@hav.dk.", ["per@hav.dk"]),
    ("https://hav.dk/?mail=per@hav.dk", ["per@hav.dk"]),
    ("Co-authored-by: Per <per@noreply-vvs.dk>", ["per@noreply-vvs.dk"]),
    ("noreply@hav.dk", ["noreply@hav.dk"]),
]
NEAR_MISSES = [
    "navn@firma.dk",
    "fornavn.efternavn@firma.dk",
    "user@example.com",
    "logo@2x.png",
    "lodash@4.17.21",
    "git@github.com:virk/app.git",
    "https://bruger:kode@db.hav.dk/x",
    "getty@tty1.service",
    "@anne følg os",
    "pris @ 40 kr.",
    "info@erst.dk",
    "din.mail@firma.dk",
    "https://medium.com/@anne.holm",
    "a@b",
    "@.@",
    "Co-authored-by: Mette Holm <12345+metteholm@users.noreply.github.com>",
    "mette@users.noreply.gitlab.com",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_finds(found: Found, text: str, expected: list[str]) -> None:
    assert found(EmailAddressRecognizer(), text) == expected


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_leaves_alone(found: Found, text: str) -> None:
    assert found(EmailAddressRecognizer(), text) == []


@given(st.text(alphabet="a.@-æ/: \\n'"))
def test_spans_hold_one_sign(text: str) -> None:
    for hit in EmailAddressRecognizer().find(text, None):
        assert hit.span.of(text).count("@") == 1
