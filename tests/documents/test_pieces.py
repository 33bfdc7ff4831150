"""Values that stand in a file in pieces: found as one, and taken out as one.

The value is invented.
"""

from __future__ import annotations

import json
import re

import pytest

from .conftest import Redact, Scan
from .packages import HEAD

DIGITS = list("0101585670")
SCRIPT = "<html><script>var cpr = '0101' + '58-' + \"5670\";</script></html>"

PIECES = {
    "a mail with the source of a page": HEAD
    + b"Content-Type: text/plain\n\n<html><p>CPR 010158<b>-5670</b></p></html>\n",
    "a mail with the source of a table": HEAD
    + b"Content-Type: text/plain\n\n<tr><td>010158</td>\n<td>5670</td></tr>\n",
    "a mail with a comment in the source": HEAD
    + b"Content-Type: text/plain\n\n<p>010158<!-- x -->-5670</p>\n",
    "a page that puts it together": SCRIPT.encode(),
    "a program that puts it together": b'cpr = ("010158"\n       "-5670")\n',
    "a query that puts it together": b"select '010158' || '-5670' from dual;\n",
    "JSON, a digit in each element": json.dumps({"cpr": list(map(int, DIGITS))}).encode(),
    "JSON, a string in each element": json.dumps({"cpr": DIGITS}, indent=1).encode(),
    "JSON, two elements": b'{"cpr": ["010158", "5670"]}',
    "JSON, two elements and a hyphen": b'[["010158-", "5670"]]',
    "a row of digits": b"0;1;0;1;5;8;5;6;7;0\n",
    "a name run into it": b"BoHolm010158-5670\n",
}


def digits(data: bytes) -> str:
    """All digits in order, whatever is between them."""
    return re.sub(r"\D", "", data.decode())


@pytest.mark.parametrize("name", PIECES)
def test_a_value_in_pieces_is_found_and_taken_out(
    name: str, scan_file: Scan, redact_file: Redact
) -> None:
    data = PIECES[name]
    assert "0101585670" in digits(data)
    scanned = scan_file(data)
    assert "DK_CPR" in {entity_type for _, entity_type, _ in scanned.found}
    copy = redact_file(data)
    assert "0101585670" not in digits(copy)
    if scanned.contents.format == "json":
        json.loads(copy)


@pytest.mark.parametrize(
    "told",
    [
        {"temperaturer": list(map(int, "0101585671"))},  # modulus 11 fails
        {"x": list(map(int, "01015856700"))},
        {"x": [0, 1, 0, 1, 5, 8, 5, 6, 7, 0.5]},
        {"x": [[0, 1, 0, 1, 5], [8, 5, 6, 7, 0]]},
        {"a": ["010158", "56701"]},
    ],
)
def test_other_rows_of_numbers_are_none(told: object, scan_file: Scan) -> None:
    scanned = scan_file(json.dumps(told).encode())
    assert "DK_CPR" not in {entity_type for _, entity_type, _ in scanned.found}


def test_an_element_that_is_two_things_is_written_once(redact_file: Redact) -> None:
    copy = redact_file(b'{"f\xc3\xb8dt": ["010158", "5670"], "cpr": ["010158-5670"]}')
    assert "5670" not in copy.decode()
    json.loads(copy)
