"""Corners of HTML, XML, CSV and RTF."""

from __future__ import annotations

import json

from .packages import PACKED, VALUE, W

MARKUP = {
    "csv, UTF-16 without a mark": f"navn;cpr\r\nBo;{VALUE}\r\n".encode("utf-16-le"),
    "html, a comment for Word": f"<html><!--[if mso]><p>{VALUE}</p><![endif]--></html>".encode(),
    "html, a property": f'<html><meta name="x" content="{VALUE}"></html>'.encode(),
    "html, escapes in a script": b'<html><script>a="\\u0030\\x3101\\u00358-5670"</script></html>',
    "html, a file in a link": f'<html><a href="data:x/y;base64,{PACKED}">x</a></html>'.encode(),
    "html, a class": f'<html><p class="{VALUE}">x</p></html>'.encode(),
    "html, a frame's page": f'<html><iframe srcdoc="&lt;p&gt;{VALUE}"></iframe></html>'.encode(),
    "html, a hidden field": f'<html><input type="hidden" value="{VALUE}"></html>'.encode(),
    "html, what a style shows": (
        f"<html><style>p::after{{content:'{VALUE}'}}</style></html>".encode()
    ),
    "html, the type of the page": f'<!DOCTYPE html PUBLIC "{VALUE}"><html><p>x</p></html>'.encode(),
    "html, a section of data": f"<html><p>x</p><![CDATA[{VALUE}]]></html>".encode(),
    "html, behind the name of an end": f'<html><p>x</p y="{VALUE}"></html>'.encode(),
    "html, JSON in a script": f'<html><script>{{"cpr":"{VALUE}"}}</script></html>'.encode(),
    "svg, over pieces": b'<svg xmlns="http://www.w3.org/2000/svg"><text>CPR <tspan>010158</tspan>'
    b"-5670</text></svg>",
    "svg, in pieces alone": b'<svg xmlns="http://www.w3.org/2000/svg"><text><tspan>0101</tspan>'
    b"<tspan>58-</tspan><tspan>5670</tspan></text></svg>",
    "xml, Word as one file": f'<?xml version="1.0"?><p:package xmlns:p="x"><w:p xmlns:w="{W}"><w:r>'
    "<w:t>0101</w:t></w:r><w:r><w:t>58-5670</w:t></w:r></w:p></p:package>".encode(),
    "json, a digit in each object": json.dumps({"a": [{"d": sign} for sign in VALUE]}).encode(),
    "json, a digit in each object, numbered": json.dumps(
        [{"nr": at, "d": sign} for at, sign in enumerate(VALUE)]
    ).encode(),
    "json, a digit in each array": json.dumps([[n, x] for n, x in enumerate(VALUE)]).encode(),
    "json, a digit under each key": json.dumps({f"c{n}": x for n, x in enumerate(VALUE)}).encode(),
    "xml, an entity that nothing uses": f'<!DOCTYPE a [<!ENTITY e "{VALUE}">]><a>x</a>'.encode(),
    "xml, a comment of its declaration": f"<!DOCTYPE a [<!-- {VALUE} -->]><a>x</a>".encode(),
    "xml, what an attribute has by default": (
        f'<!DOCTYPE a [<!ATTLIST a b CDATA "{VALUE}">]><a>x</a>'.encode()
    ),
    "xml, a notation": f'<!DOCTYPE a [<!NOTATION n SYSTEM "{VALUE}">]><a>x</a>'.encode(),
    "xml, where its type is told": f'<!DOCTYPE a SYSTEM "{VALUE}"><a>x</a>'.encode(),
    "xml, an instruction": f"<a><?x {VALUE}?></a>".encode(),
    "rtf, a destination nobody knows": f"{{\\rtf1{{\\*\\foo {VALUE}}}x}}".encode(),
    "rtf, an object": f"{{\\rtf1{{\\object{{\\*\\objdata {VALUE.encode().hex()}}}}}x}}".encode(),
    "rtf, not shown": f"{{\\rtf1 {{\\v {VALUE}}} x}}".encode(),
    "rtf, the name of a font": f"{{\\rtf1{{\\fonttbl{{\\f0 {VALUE};}}}}x}}".encode(),
    "rtf, the name of a style": f"{{\\rtf1{{\\stylesheet{{\\s1 {VALUE};}}}}x}}".encode(),
    "rtf, the data of a field": (
        f"{{\\rtf1{{\\*\\datafield {VALUE.encode().hex()}}}x}}".encode()
    ),
    "rtf, bytes in a picture": b"{\\rtf1{\\pict\\bin11 " + VALUE.encode() + b"}x}",
}  # fmt: skip
