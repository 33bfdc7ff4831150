r"""CPR numbers that a program joins from two variables: dag = "010158"; nr = "5670"; dag + nr.

Also in f-strings, templates and shells: f"{dag}-{nr}", `${dag}-${nr}`, "$DAG-$NR". The names stand
side by side, with nothing between them that is a word; what they were given is six digits and four.
Nothing is run: values that are computed are not read.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from scanner.doc import Span
from scanner.normalize.rewrite import Edit

Given = dict[str, list[re.Match[str]]]  # what each name was given
_BIRTH = 6  # digits
_MOST_NAMES = 50
_FAR = 60  # code points before the names in which a label tells what they come to
# dag = "010158", $nr = '5670', NR=5670, "nr": "5670", let nr: string = "5670"
_GIVEN = re.compile(
    r"(?<![^\W_])(?P<name>[^\W\d]\w{0,30})[\"'`]?\s{0,4}(?::\s{0,2}[A-Za-z_]\w{0,15}\s{0,2}=|:=|=>|[:=])"
    r"\s{0,4}[\"'`]?(?P<value>\d{6}-?|-?\d{4})(?![\w\-.])"
)
VARIABLES_SIGN = re.compile(r"\w[\"'`]?\s{0,4}[:=]>?\s{0,4}[\"'`]?\d{6}")
_BETWEEN = r"(?P<between>[^\w]{1,20}(?:(?:str|String)\(|\w{1,15}\.)?)"
_LABEL = re.compile(r"cpr|person_?(?:nr|nummer|number)", re.IGNORECASE)


def joined_variables(text: str) -> Iterator[Edit]:
    """The number in place of each of the two values it is joined from."""
    births: Given = defaultdict(list)
    serials: Given = defaultdict(list)
    for match in _GIVEN.finditer(text):
        is_birth = len(match["value"].strip("-")) == _BIRTH
        (births if is_birth else serials)[match["name"]].append(match)
    if not births or not serials or max(len(births), len(serials)) > _MOST_NAMES:
        return
    known: set[tuple[str, str]] = set()
    for use in _uses(births, serials).finditer(text):
        names = use["birth"], use["serial"]
        if names in known:
            continue
        known.add(names)
        label = text[max(0, use.start() - _FAR) : use.start()].rpartition("\n")[2]
        has_hyphen = "-" in use["between"] or _LABEL.search(label) is not None
        for birth, serial in zip(births[names[0]], serials[names[1]], strict=False):
            yield from _edits(birth, serial, has_hyphen=has_hyphen)


def _uses(births: Given, serials: Given) -> re.Pattern[str]:
    """Where one of ``births`` stands before one of ``serials``."""
    first, last = ("|".join(map(re.escape, names)) for names in (births, serials))
    return re.compile(rf"(?<!\w)(?P<birth>{first})(?!\w){_BETWEEN}(?P<serial>{last})(?!\w)")


def _edits(birth: re.Match[str], serial: re.Match[str], *, has_hyphen: bool) -> Iterator[Edit]:
    together = birth["value"] + serial["value"]
    if has_hyphen and "-" not in together:
        together = f"{birth['value']}-{serial['value']}"
    for match in (birth, serial):
        yield Edit(Span(*match.span("value")), together)
