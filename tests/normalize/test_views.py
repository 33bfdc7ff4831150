"""Every reading of a text, and the exact way back to its source."""

from __future__ import annotations

import base64
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.doc import Span, ViewKind
from scanner.finding import GapReason
from scanner.normalize import views
from scanner.normalize.joined import JOINED_SIGNS, joined_view


def far_apart(digits: str) -> str:
    """``digits``, thirty tabs between each and the next."""
    return ("\t" * 30).join(digits)


# shape, text, what a view must read, the source text that stands for it
DISGUISES = [
    ("non-breaking hyphen", "cpr 150380‑1234 ok", "150380-1234", "150380‑1234"),
    ("en dash", "cpr 150380–1234 ok", "150380-1234", "150380–1234"),
    ("minus", "cpr 150380−1234", "150380-1234", "150380−1234"),
    ("non-breaking space", "ring 12\xa034\xa056\xa078", "12 34 56 78", "12\xa034\xa056\xa078"),
    ("figure and thin space", "12\u200734\u200956 78", "12 34 56 78", "12\u200734\u200956 78"),
    ("full width", "nr １５０３８０－１２３４.", "150380-1234", "１５０３８０－１２３４"),
    ("Arabic-Indic", "nr ١٥٠٣٨٠-١٢٣٤", "150380-1234", "١٥٠٣٨٠-١٢٣٤"),
    ("zero width", "15\u200b0380\u200d-1234", "150380-1234", "15\u200b0380\u200d-1234"),
    ("soft hyphen", "1503\xad80-12\xad34", "150380-1234", "1503\xad80-12\xad34"),
    ("direction marks", "\u202a150380-1234\u202c", "150380-1234", "150380-1234"),
    ("decomposed", "Kære A\u030age Sø\u0301", "Åge", "A\u030age"),
    ("Cyrillic in a Latin word", "Mаdsеn kom", "Madsen", "Mаdsеn"),
    ("Greek in a Latin word", "Οlsen kom", "Olsen", "Οlsen"),
    (
        "HTML entities",
        "J&oslash;rgen &amp; S&#248;n",
        "Jørgen & Søn",
        "J&oslash;rgen &amp; S&#248;n",
    ),
    ("entity blank", "150380&nbsp;1234", "150380 1234", "150380&nbsp;1234"),
    ("Windows lines", "a\r\nb", "a\nb", "a\r\nb"),
    ("spaced digits", "nr 1 5 0 3 8 0 - 1 2 3 4, tak", "150380-1234", "1 5 0 3 8 0 - 1 2 3 4"),
    ("spaced digits, no hyphen", "nr 1 5 0 3 8 0 1 2 3 4", "1503801234", "1 5 0 3 8 0 1 2 3 4"),
    ("hyphen before the break", "150380-\n1234", "150380-1234", "150380-\n1234"),
    ("hyphen after the break", "150380\n-1234", "150380-1234", "150380\n-1234"),
    ("quoted break", "> 150380-\n> 1234", "150380-1234", "150380-\n> 1234"),
    ("cell break", "| 150380 | 1234 |", "150380 1234", "150380 | 1234"),
    (
        "digits in words",
        "det er et fem nul tre otte nul et to tre fire",
        "150380-1234",
        "et fem nul tre otte nul et to tre fire",
    ),
    (
        "pairs in words",
        "femten nul tre firs bindestreg tolv fireogtredive",
        "150380-1234",
        "femten nul tre firs bindestreg tolv fireogtredive",
    ),
    (
        "snabel-a",
        "skriv til lone snabel-a bach-keramik punktum dk",
        "lone@bach-keramik.dk",
        "lone snabel-a bach-keramik punktum dk",
    ),
    ("(at)", "lone(at)bach.dk", "lone@bach.dk", "lone(at)bach.dk"),
    ("[at] [dot]", "lone [at] bach [dot] dk", "lone@bach.dk", "lone [at] bach [dot] dk"),
    ("space before", "lone @bach.dk", "lone@bach.dk", "lone @bach.dk"),
    ("a host like a file", "lone @readme.md.dk", "lone@readme.md.dk", "lone @readme.md.dk"),
    ("spaced at", "lone @ bach . dk", "lone@bach.dk", "lone @ bach . dk"),
    ("percent", "?id=150380%2D1234&x", "150380-1234", "150380%2D1234"),
    ("colors", "nr \x1b[31m1503\x1b[0m80-12\x1b[1;38;5;9m34 ok", "150380-1234",
     "1503\x1b[0m80-12\x1b[1;38;5;9m34"),
    ("colors by one sign", "15\x9b31m0380-1234", "150380-1234", "15\x9b31m0380-1234"),
    ("the letters of a terminal", "1503\x1b(B80-1234", "150380-1234", "1503\x1b(B80-1234"),
    ("upright", "nr\n1\n5\n0\n3\n8\n0\n1\n2\n3\n4", "1503801234", "1\n5\n0\n3\n8\n0\n1\n2\n3\n4"),
    ("upright, a hyphen", "1\n5\n0\n3\n8\n0\n-\n1\n2\n3\n4\nok", "150380-1234",
     "1\n5\n0\n3\n8\n0\n-\n1\n2\n3\n4"),
    ("struck over", "1503X\x0880-1234", "150380-1234", "1503X\x0880-1234"),
    ("bold by striking twice", "J\x08Je\x08ens", "Jens", "Je\x08ens"),
    ("escapes", r"{\"n\": \"S\\u00f8ren \u00c6bler\"}", "Søren Æbler", r"S\\u00f8ren \u00c6bler"),
    ("escapes of bytes", r"nr \x31\x35\x30380-1234 ok", "150380-1234", r"\x31\x35\x30380-1234"),
    ("boxes of a form", "x\n1\t5\t0\t3\t8\t0\t1\t2\t3\t4\n", "1503801234",
     "1\t5\t0\t3\t8\t0\t1\t2\t3\t4"),
    ("boxes of a table", "| 1 | 5 | 0 | 3 | 8 | 0 | - | 1 | 2 | 3 | 4 |", "150380-1234",
     "1 | 5 | 0 | 3 | 8 | 0 | - | 1 | 2 | 3 | 4"),
    # a row of tabs that could be read in many ways would be read without end
    ("boxes far apart, after nine that are no number", far_apart("150380123") + "x\n"
     + far_apart("1503801234"), "1503801234", far_apart("1503801234")),
    ("a break in the date", "nr 1503\n80-1234", "150380-1234", "1503\n80-1234"),
    ("a break in the last four", "nr 150380-12\n34", "150380-1234", "150380-12\n34"),
    ("UTF-7", "J+APg-rgen +AMY-bler", "Jørgen Æbler", "J+APg-rgen +AMY-bler"),
    ("UTF-7, digits", "nr +ADEANQAwADMAOAAwAC0AMQAyADMANA-, ok", "150380-1234",
     "+ADEANQAwADMAOAAwAC0AMQAyADMANA-"),
    ("UTF-7, a dash", "150380+IBM-1234", "150380-1234", "150380+IBM-1234"),
    ("tags in HTML source", "nr <i>1503</i>80<b>-1234</b> ok", "150380-1234",
     "1503</i>80<b>-1234"),
    ("a comment within", "<p>150380<!-- x -->-1234</p>", "150380-1234", "150380<!-- x -->-1234"),
    ("an address in tags", "<p>lone@<b>bach</b>.dk</p>", "lone@bach.dk", "lone@<b>bach</b>.dk"),
    ("cells of HTML source", "<td>150380</td>\n<td class=x>1234</td>", "150380 1234",
     "150380</td>\n<td class=x>1234"),
    ("pieces in a script", """x = "1503" + '80-' + "1234";""", "150380-1234",
     """1503" + '80-' + "1234"""),
    ("pieces side by side", "('150380'\n    f'-1234')", "150380-1234", "150380'\n    f'-1234"),
    ("pieces in SQL", "select N'150380' || N'-1234'", "150380-1234", "150380' || N'-1234"),
    ("pieces in quoted text", r'"x = \"150380\" . \"-1234\""', "150380-1234",
     r"150380\" . \"-1234"),
    ("pieces of a list", "CONCAT('150380', '-1234')", "150380-1234", "150380', '-1234"),
    ("digits of a list", "x = [1, 5, 0, 3, 8, 0, 1, 2, 3, 4]", "1503801234",
     "1, 5, 0, 3, 8, 0, 1, 2, 3, 4"),
    ("digits of a list, quoted", '["1","5","0","3","8","0","-","1","2","3","4"]', "150380-1234",
     '1","5","0","3","8","0","-","1","2","3","4'),
    ("pieces of a call", 'x = "150380".concat("-", "1234")', "150380-1234",
     '150380".concat("-", "1234'),
    ("pieces for a template", 'x = "{}-{}".format("150380", "1234")', "150380-1234",
     '150380", "1234'),
    ("pieces for a template, percent", "x = '%s-%s' % ('150380', '1234')", "150380-1234",
     "150380', '1234"),
    ("pieces that are joined", 'x = "-".join(["150380", "1234"])', "150380-1234",
     '150380", "1234'),
    ("variables", 'dag = "150380"; nr = "1234"; x = dag + nr', "1503801234", "150380"),
    ("variables, the second", 'dag = "150380"; nr = "1234"; x = dag + nr', '"1503801234"; x',
     '"1234"; x'),
    ("variables of what is called so", "d='150380'\nn='1234'\ncpr = d + n", "150380-1234",
     "150380"),
    ("variables in a template", "a = '150380', b = '1234'; `${a}-${b}`", "150380-1234", "150380"),
    ("variables in an f-string", 'a = "150380"\nb = "1234"\nf"{a}-{b}"', "150380-1234", "150380"),
    ("variables of a shell", 'DAG=150380\nNR=1234\necho "$DAG-$NR"', "150380-1234", "150380"),
    ("variables in SQL", "SET @a='150380'; SET @b='1234'; SELECT @a || '-' || @b", "150380-1234",
     "150380"),
    ("variables of objects", 'p = {"dag": "150380", nr: "1234"}; p.dag + "-" + p.nr', "150380-1234",
     "150380"),
    ("variables with types", "let a: string = '150380'; let b: string = '1234'; a + '-' + b",
     "150380-1234", "150380"),
    ("variables of the second row", 'a = "150380"; b = "1234"\na = "130302"; b = "4006"\na + b',
     "1303024006", "130302"),
    ("escapes of Markdown", r"nr 150380\-1234, ok", "150380-1234", r"150380\-1234"),
    ("an address in Markdown", r"skriv til lone\_bach\@lund\.dk.", "lone_bach@lund.dk.",
     r"lone\_bach\@lund\.dk."),
    ("letters read for digits", "cpr.nr. l50380-l234", "150380-1234", "l50380-l234"),
    ("letters read for digits in a date", "3. O2.O3.1971 KOLDING", "02.03.1971", "O2.O3.1971"),
    ("one by one", "nr 1-5-0-3-8-0-1-2-3-4.", "150380-1234", "1-5-0-3-8-0-1-2-3-4"),
    ("one by one, with dots", "nr 1.5.0.3.8.0.1.2.3.4", "150380-1234", "1.5.0.3.8.0.1.2.3.4"),
    ("pairs with stars", "nr 15*03*80*1234 ok", "150380-1234", "15*03*80*1234"),
    ("serial in brackets", "nr 150380 (1234)", "150380-1234", "150380 (1234"),
    ("an arrow", "nr 150380 -> 1234", "150380-1234", "150380 -> 1234"),
    ("a phone number with stars", "ring 28*40*98*27", "28 40 98 27", "28*40*98*27"),
    ("emphasis of Markdown", "nr 1503**80**-**1234** ok", "150380-1234", "1503**80**-**1234"),
    ("keys of a telephone", "1\ufe0f\u20e35\u20e30\u20e3380-1234", "150380-1234",
     "1\ufe0f\u20e35\u20e30\u20e3380-1234"),
    ("struck out", "1\u03365\u03360380-1234", "150380-1234", "1\u03365\u03360380-1234"),
    ("hexadecimal", "nr 3135303338302d31323334", "150380-1234", "3135303338302d31323334"),
    ("hexadecimal, apart", "31 35 30 33 38 30 2d 31 32 33 34", "150380-1234",
     "31 35 30 33 38 30 2d 31 32 33 34"),
    ("base64, short", "MTUwMzgwLTEyMzQ=", "150380-1234", "MTUwMzgwLTEyMzQ="),
    ("base64, digits alone", "MTUwMzgwMTIzNA==", "150380-1234", "MTUwMzgwMTIzNA=="),
    ("a serial in pieces", "nr 150380-12 34", "150380-1234", "150380-12 34"),
    ("a serial one by one", "nr 150380-1-2-3-4", "150380-1234", "150380-1-2-3-4"),
    ("an address letter by letter", "k a r l @ b r i x . d k", "karl@brix.dk",
     "k a r l @ b r i x . d k"),
    ("an IBAN sign by sign", "D K 5 0 0 0 4 0 0 4 4 0 1 1 6 2 4 3", "DK5000400440116243",
     "D K 5 0 0 0 4 0 0 4 4 0 1 1 6 2 4 3"),
    ("a comma for the dot", "bo@lund,dk", "bo@lund.dk", "bo@lund,dk"),
    ("snabel a", "bo snabel a lund punktum dk", "bo@lund.dk", "bo snabel a lund punktum dk"),
    ("emphasis of each group", "_40_ _22_ _81_ _67_", "40 22 81 67", "40_ _22_ _81_ _67"),
    ("raised digits", "¹⁵⁰³⁸⁰⁻¹²³⁴", "150380-1234", "¹⁵⁰³⁸⁰⁻¹²³⁴"),
    ("four pairs aloud", "ring tyve treogfyrre tolv halvfems", "20 43 12 90",
     "tyve treogfyrre tolv halvfems"),
    ("percent, letters", "navn=J%C3%B8rgen%20Holm", "Jørgen Holm", "J%C3%B8rgen%20Holm"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "read", "source"), [row[1:] for row in DISGUISES])
def test_disguise_is_read_and_mapped_to_its_whole_form(text: str, read: str, source: str) -> None:
    places = [
        view.source(Span(start, start + len(read))).of(text)
        for view in views(text)[0]
        if (start := view.text.find(read)) >= 0
    ]
    assert source in places


PLAIN = [
    "Hej Jens, tak for mailen.",
    "Тарас Шевченко kom forbi",  # a name wholly in Cyrillic stays
    "84 m² og ½ time",
    "en to tre, nu går det løs",  # three spelled digits are no number
    "Han håber at firmaet vinder punktum.",
    "Tallene 1 2 3 er små",
    "29.400\n33.150\n28.900",
    "Hvad står der i @note.md og @README.md?",  # mentions of files
    "se @src/a.rs og @main.rs.",
    "\n".join("150380123"),  # nine digits are no CPR number
    "\n".join("x15038012345"),  # nor are eleven
    "x\t" + "\t".join("150380123") + "\t",
    "x\t" + "\t".join("15038012345") + "\t",
    "side 12\n34567-1234",
    r"C:\users\anna og C:\udvikling \d{4}",
    "karakterer\n4\n7\n10\n2\n4\n7\n12\n2\n0\n2\n7",
    "ring på +4512345678 eller +45 12 34 56 78",
    "Afd. A+Afdeling, C++ og +Abd-",
    "<b>12</b> af <i>34</i> og <b>a</b>b",  # too few digits for a value
    "if 123456<b||c>1234",
    '{"a": "150380", "b": "1234"}',
    "'150380', '1234'",
    "[1, 5, 0, 3, 8, 0, 1, 2, 3]",
    "[1, 5, 0, 3, 8, 0, 1, 2, 3, 4, 5]",
    "[12, 1, 5, 0, 3, 8, 0, 1, 2, 3, 4]",
    "[1, 5, 0, 3, 8, 0, 1, 2, 3, 4, 5.5]",
    "1,5;0,3;8,0;1,2;3,14",
    'a = "150380"; b = "1234"; a + c + b',  # another stands between
    'a = "150380"; b = "1234"; x = ab',
    'a = "150380"; b = "12345"; a + b',
    'a = "1503801"; b = "1234"; a + b',
    'dato = "150380"; beløb = "1234"',
    "konto: 150380, afdeling: 1234",
    r"C:\_data\-x og a\_b",  # too few digits for a value
    'max("150380", "1234")',
    "4-1-0-2-3-3-1-0-2-2",  # no birth date
    "Kl. 150380:1230",
    "I alt 150380 (2026)",
    "84 m² og 10² er 100, 3¹ er 3",
    "O2 og CO2, 10l vand, 5l mælk",
    "2**10 og 15*3",
    "9f86d081884c7d659a2feaa0c55ad015",  # bytes that are no text
]


@pytest.mark.parametrize("text", PLAIN)
def test_plain_text_has_one_view_and_keeps_its_words(text: str) -> None:
    found, gaps = views(text)
    assert [view.text for view in found] == [text]
    assert gaps == []


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-8"])
def test_base64_is_read_as_the_text_it_is(encoding: str) -> None:
    run = base64.b64encode("cpr 150380-1234 … på Øen".encode(encoding)).decode()
    assert "cpr 150380-1234 … på Øen" in [view.text for view in views(f"-enc {run}")[0]]


LETTERS = st.characters(codec="utf-8", max_codepoint=0x24F, categories=["L", "N"])


@given(st.text(LETTERS, min_size=1))
def test_text_in_utf_7_is_read(text: str) -> None:
    written = text.encode("utf-7").decode()
    (plain, *_), _ = views(f"x {text} x")
    assert plain.text in [view.text for view in views(f"x {written} x")[0]]


@given(st.text(st.sampled_from("+-AIbc/12"), max_size=40))
def test_what_is_like_utf_7_is_mapped_back(text: str) -> None:
    for view in views(text)[0]:
        assert view.source(Span(0, len(view.text))).end <= len(text)


def test_base64_run_stands_for_what_it_hides() -> None:
    run = base64.b64encode("cpr 150380-1234 på Øen".encode()).decode()
    text = f"token {run} slut"
    (nested,) = [view for view in views(text)[0] if view.kind is ViewKind.NESTED]
    assert nested.text == "cpr 150380-1234 på Øen"
    assert nested.source(Span(4, 15)).of(text) == run


def test_encodings_in_each_other_are_opened_to_a_depth_and_then_a_gap() -> None:
    text = "cpr 150380-1234"
    for _ in range(3):
        text = base64.b64encode(text.encode()).decode()
    found, gaps = views(text)
    assert any("150380-1234" in view.text for view in found)
    assert gaps == []
    deeper = base64.b64encode(base64.b64encode(text.encode())).decode()
    assert [gap.reason for gap in views(deeper)[1]] == [GapReason.TOO_DEEP]


def test_lone_surrogate_is_a_gap_and_the_rest_is_read() -> None:
    found, gaps = views("cpr 150380-1234 \ud800")
    assert "150380-1234" in found[0].text
    assert [gap.reason for gap in gaps] == [GapReason.UNDECODABLE]


@given(st.text(alphabet=st.characters(), max_size=60))
def test_every_span_of_every_view_lies_in_its_source(text: str) -> None:
    for view in views(text)[0]:
        for start in range(len(view.text)):
            span = view.source(Span(start, start + 1))
            assert 0 <= span.start < span.end <= len(text)
        whole = view.source(Span(0, len(view.text)))
        assert whole.end <= len(text)


@given(st.text(alphabet="abcæøåÆ 12-\n.&;xé\u030a\u200b\xa0", max_size=60))
def test_map_keeps_order_and_plain_pieces_are_themselves(text: str) -> None:
    clean = views(text)[0][0]
    spans = [clean.source(Span(i, i + 1)) for i in range(len(clean.text))]
    assert spans == sorted(spans)
    for character, span in zip(clean.text, spans, strict=True):
        if len(span) == 1 and character.isalnum():
            assert span.of(text) == character


@given(st.text(alphabet="abcdefæøå 0123456789-", min_size=1, max_size=30))
def test_percent_encoding_hides_nothing(text: str) -> None:
    encoded = quote(text, safe="")
    if "%" in encoded:
        assert any(text in view.text for view in views(encoded)[0])


def test_of_a_joined_reading_the_paragraphs_round_what_was_joined_are_looked_at() -> None:
    text = "Langt oppe\n\nCPR-nr.\n\nnr 1 5 0 3 8 0 - 1 2 3 4\n\nnedenfor\n\nlangt nede"
    _, joined = views(text)[0]
    assert joined.text == "CPR-nr.\n\nnr 150380-1234\n\nnedenfor\n\n"
    start = joined.text.find("150380-1234")
    assert joined.is_new(Span(start, start + 11))
    assert joined.source(Span(start, start + 11)).of(text) == "1 5 0 3 8 0 - 1 2 3 4"
    assert not joined.is_new(Span(0, 7))


@given(st.lists(st.sampled_from(["x\n", "\n", "150380-\n1234 ", "y ", "1 2 3 4 5\n"]), max_size=30))
def test_a_joined_reading_shows_all_that_was_joined(pieces: list[str]) -> None:
    clean, *others = views("".join(pieces))[0]
    whole = joined_view(clean, JOINED_SIGNS)
    assert bool(others) == (whole is not None)
    for view in others:
        assert whole is not None
        for here, there in zip(view.changed or (), whole.changed or (), strict=True):
            assert here.of(view.text) == there.of(whole.text)
            shown = Span(here.start, min(here.end, len(view.text)))
            assert view.source(shown) == whole.source(Span(there.start, there.start + len(shown)))


def test_lines_with_percent_signs_are_read_once_each() -> None:
    text = "uden 50 %\nx%2Dy z%\nlang " + "a" * 500 + "%2D\n"
    found = [view.text for view in views(text)[0] if view.kind is ViewKind.NESTED]
    assert found == ["x-y z%", "a" * 400 + "-"]
