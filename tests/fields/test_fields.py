"""Labelled values: what stands under a column, after a label, in a data format."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scanner.fields import fields

# text, the (label, value) pairs that must be read
LABELLED = [
    ("Navn;Omsætning 2025\nHavtorn;12", {("navn", "Havtorn"), ("omsætning 2025", "12")}),
    ("Navn: Anne Holm", {("navn", "Anne Holm")}),
    ("- CVR-nr.: 12345674   P-nr.: 1030000001", {("cvr-nr", "12345674"), ("p-nr", "1030000001")}),
    ("Kunde: Blå & Grøn | kundenr.: K-1", {("kunde", "Blå & Grøn"), ("kundenr", "K-1")}),
    ("**Kontakt:** Bo", {("kontakt", "Bo")}),
    ("1. Ansøger: Havtorn", {("ansøger", "Havtorn")}),
    ("Tekst før. Kurator: Ea Lund", {("kurator", "Ea Lund")}),
    ("Navn;CPR\nAnne;010158-5670", {("navn", "Anne"), ("cpr", "010158-5670")}),
    ("Navn\tMail\nAnne\ta@b.dk", {("navn", "Anne"), ("mail", "a@b.dk")}),
    ("| Navn | By |\n|---|---|\n| Bo | Ry |", {("navn", "Bo"), ("by", "Ry")}),
    ('"Navn","By","Tlf"\n"Holm, Bo","Ry","12"', {("navn", "Holm, Bo"), ("tlf", "12")}),
    ("Nr     Navn        Beløb\nK-1    Bo Holm     12,00", {("navn", "Bo Holm"), ("nr", "K-1")}),
    ("Nr     Navn        Beløb\nK-1                12,00", {("nr", "K-1"), ("beløb", "12,00")}),
    ('{"owner": {"full_name": "Bo Holm"}}', {("full_name", "Bo Holm")}),
    ('{"cpr":"010158-5670","n":4}', {("cpr", "010158-5670"), ("n", "4")}),
    ("DB_PASSWORD=hemmelig-7", {("db_password", "hemmelig-7")}),
    ("key cvr=12345674 name='Blå ApS'", {("cvr", "12345674"), ("name", "Blå ApS")}),
    ("<Contact><Name>Bo Holm</Name></Contact>", {("name", "Bo Holm")}),
    ('<cbc:CompanyID schemeID="DK:CVR">12345674</cbc:CompanyID>', {("companyid", "12345674")}),
    ('{"konkurrenter": ["Blå", "Rød 9"]}', {("konkurrenter", "Blå"), ("konkurrenter", "Rød 9")}),
    (
        "<table><tr><th>Navn</th><th>By</th></tr>\n<tr><td>Bo Holm</td><td>Ry</td></tr></table>",
        {("navn", "Bo Holm"), ("by", "Ry")},
    ),
    (
        (
            "<TABLE><TR><TD>Navn<TD>Tlf</TD></TR><TR><TD>Bo<TD>12</TD></TR></TABLE>"
            "<table><tr><td>By</td><td>Nr</td></tr><tr><td>Ry</td><td>7</td></tr></table>"
        ),
        {("navn", "Bo"), ("tlf", "12"), ("by", "Ry"), ("nr", "7")},
    ),
    (
        "INSERT INTO kontakt (id, fornavn) VALUES\n(1, 'Bo'), (2, 'Ea');",
        {("fornavn", "Bo"), ("fornavn", "Ea"), ("id", "2")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), LABELLED)
def test_labels_are_read(text: str, expected: set[tuple[str, str]]) -> None:
    assert expected <= {(field.label, field.span.of(text)) for field in fields(text)}


def test_what_encloses_a_value_is_its_group() -> None:
    text = '{"company": {"name": "Blå"}, "owner": {"name": "Bo"}}'
    groups = {(field.group, field.span.of(text)) for field in fields(text)}
    assert {("company", "Blå"), ("owner", "Bo")} <= groups


UNLABELLED = [
    "Vi ses kl. 14:30 i morgen.",
    "Se https://virk.dk/starte for mere.",
    "Anne;010158-5670;12345674",  # a row without a header
    '[1, 2] og [a] og ["b"]',
    "INSERT INTO kontakt (fornavn) VALUES (;",
    "Omsætning 2.140.000\nVareforbrug -812.400",
]


@pytest.mark.parametrize("text", UNLABELLED)
def test_plain_text_has_no_fields(text: str) -> None:
    assert fields(text) == ()


@given(st.text(alphabet=st.characters(), max_size=200))
def test_fields_lie_in_their_text_and_hold_something(text: str) -> None:
    for field in fields(text):
        assert field.span.of(text).strip()
        assert field.span.end <= len(text)


@given(
    st.lists(st.tuples(*[st.text(alphabet="abcæøå 1234", min_size=1, max_size=8)] * 3), max_size=6),
    st.sampled_from(";\t|"),
)
def test_every_cell_below_a_header_has_its_label(
    rows: list[tuple[str, str, str]], delimiter: str
) -> None:
    # A row that begins and ends with a bar is one of a framed table: its outer cells are filled.
    assume(delimiter != "|" or all(row[0].strip() and row[2].strip() for row in rows))
    text = "\n".join(delimiter.join(row) for row in [("Navn", "Firma", "By"), *rows])
    read = [(field.label, field.span.of(text)) for field in fields(text) if field.kind == "column"]
    expected = [
        (label, cell.strip())
        for row in rows
        for label, cell in zip(("navn", "firma", "by"), row, strict=True)
        if cell.strip()
    ]
    assert read == expected
