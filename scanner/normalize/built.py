r"""Values that tags, quotes of a program or Markdown part: 010158<b>-5670</b>, 010158\-5670.

What a program puts together from variables is in ``variables``.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from scanner.doc import Span
from scanner.normalize.rewrite import Edit
from scanner.normalize.variables import VARIABLES_SIGN, joined_variables

_LEAST_DIGITS = 6  # in what was put together, or a mail address
_PIECE = r"[\w@.+\-]"
# Elements that part no word: <https://html.spec.whatwg.org/#phrasing-content-2>
_INLINE = (
    r"<(?:/?(?:abbr|acronym|a|bdi|bdo|big|b|cite|code|data|del|dfn|em|font|ins|i|kbd|label|mark|o:p"
    r"|q|samp|small|span|strike|strong|sub|sup|s|time|tt|u|var|wbr)(?:[ \t\r\n/][^<>]{0,300})?"
    r"|!--(?:(?!-->)[\s\S]){0,300}--)>"
    r"|\*{2,3}|~~|`"  # emphasis in Markdown
)
_MARKED = re.compile(rf"(?<!{_PIECE}){_PIECE}++(?:(?:{_INLINE})++{_PIECE}++)++", re.IGNORECASE)
_TAGS = re.compile(_INLINE, re.IGNORECASE)
_TAG = r"<(?:/?[a-zA-Z][\w:\-]{0,30}(?:[\s/][^<>]{0,300})?|!--(?:(?!-->)[\s\S]){0,300}--)>"
# Two cells, or two lines: any tags between six digits and four
_BETWEEN_TAGS = re.compile(
    rf"(?<!\d)(?P<birth>\d{{6}})(?P<last>-?)\s{{0,8}}(?:{_TAG}\s{{0,8}}){{1,8}}"
    r"(?P<first>-?)(?P<serial>\d{4})(?!\d)"
)
# "010158" + "-5670", '010158' '-5670', N'010158' || '-5670', \"010158\" . \"-5670\"
_JOINT = (
    r"\\{0,4}[\"'`]\s{0,40}(?:\+=?|\.\.?|\|\||&|~|\\)?\s{0,40}(?:[A-Za-z]{1,2}(?=[\"'`]))?"
    r"\\{0,4}[\"'`]"
)
_QUOTED = re.compile(rf"(?<!{_PIECE}){_PIECE}++(?:{_JOINT}{_PIECE}++)++")
_JOINTS = re.compile(_JOINT)
# What CONCAT, concat, format, % or "-".join puts together: CONCAT('010158', '-5670'); without a
# hyphen these are two numbers
_NEXT_TEXT = r"[\"'`](?:\.concat\()?\s{0,8},?\s{0,8}(?:[\"'`]-[\"'`]\s{0,8},\s{0,8})?[\"'`]"
_LISTED = re.compile(
    r"(?P<how>[}sd]-[{%$][^\"'`\n]{0,8}[\"'`][^\"'`\n]{0,12}[\"'`]|[\"'`]-[\"'`]\.join\([\[(]?[\"'`])?"
    rf"(?<!\d)(?P<number>(?P<birth>\d{{6}})(?P<between>-?{_NEXT_TEXT}-?)(?P<serial>\d{{4}}))(?!\d)"
)
# 010158\-5670, mette\_holm\@example.dk: what writes Markdown escapes its signs
_ESCAPED = re.compile(rf"(?<!{_PIECE}){_PIECE}++(?:\\[_.@+\-]{_PIECE}++)++")
_ESCAPES = re.compile(r"\\(?=[_.@+\-])")
# [0, 1, 0, 1, 5, 8, 5, 6, 7, 0]: ten digits, and a hyphen in its place
_NEXT = r"[\"']?\s{0,40}[,;]\s{0,40}[\"']?"
_DIGITS = re.compile(rf"(?<![\w.,;])\d(?:{_NEXT}[\d\-](?![\w.]))++")
_NEXTS = re.compile(_NEXT)
_NUMBER = re.compile(r"\d{6}-?\d{4}")
_FAR = 42  # code points in which a digit of the same row stands before
_CAME_FROM = re.compile(rf"\d{_NEXT}$")
_GOES_ON = re.compile(rf"{_NEXT}\d")
_RUNS = (("marked", _MARKED, _TAGS), ("quoted", _QUOTED, _JOINTS), ("markdown", _ESCAPED, _ESCAPES))
# Where there is none of them there is nothing to put together.
BUILT_SIGNS = {
    "marked": re.compile(r"[\w@.+\-](?:<[a-zA-Z/!]|(?:\*\*|~~|`)[\w@.+\-<*~`])"),
    "between tags": re.compile(r"\d{6}-?\s{0,8}<"),
    "quoted": re.compile(
        r"[\w@.+\-]\\{0,4}[\"'`]\s{0,40}(?:\+=?|\.\.?|\|\||&|~|\\)?\s{0,40}(?:[A-Za-z]{1,2})?"
        r"\\{0,4}[\"'`][\w@.+\-]"
    ),
    "listed": re.compile(rf"\d{{6}}-?{_NEXT_TEXT}-?\d{{4}}"),
    "markdown": re.compile(rf"{_PIECE}\\[_.@+\-]{_PIECE}"),
    "variables": VARIABLES_SIGN,
    "digits": re.compile(rf"(?:\d{_NEXT}){{5}}[\d\-]"),
}


def built(text: str, seen: Container[str]) -> Iterator[Edit]:
    """What is to be read in place of pieces; ``seen`` are those of ``BUILT_SIGNS`` in ``text``."""
    for name, run, joint in _RUNS:
        for match in run.finditer(text) if name in seen else ():
            together = joint.sub("", match[0])
            if "@" in together or sum(map(str.isdigit, together)) >= _LEAST_DIGITS:
                yield Edit(Span(*match.span()), together)
    for match in _BETWEEN_TAGS.finditer(text) if "between tags" in seen else ():
        hyphen = match["last"] or match["first"] or " "
        yield Edit(Span(*match.span()), match["birth"] + hyphen + match["serial"])
    for match in _LISTED.finditer(text) if "listed" in seen else ():
        if match["how"] or "-" in match["between"]:
            yield Edit(Span(*match.span("number")), f"{match['birth']}-{match['serial']}")
    if "variables" in seen:
        yield from joined_variables(text)
    for match in _DIGITS.finditer(text) if "digits" in seen else ():
        together = _NEXTS.sub("", match[0])
        is_part = _GOES_ON.match(text, match.end()) or _CAME_FROM.search(
            text, max(0, match.start() - _FAR), match.start()
        )
        if _NUMBER.fullmatch(together) and not is_part:
            yield Edit(Span(*match.span()), together)
