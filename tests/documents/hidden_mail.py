"""Corners of mail, calendars and cards."""

from __future__ import annotations

import binascii

from .packages import HEAD, MIXED, PACKED, VALUE

PART = b"--B\nContent-Type: text/plain\n\nx\n"

MAIL = {
    "mail, before its parts": MIXED + VALUE.encode() + b"\n" + PART + b"--B--\n",
    "mail, behind its parts": MIXED + PART + b"--B--\n" + VALUE.encode() + b"\n",
    "mail, a name in pieces": MIXED
    + b"--B\nContent-Type: text/plain;\n name*0*=utf-8''010158;\n name*1*=-5670.txt\n\nx\n--B--\n",
    "mail, over soft breaks": HEAD
    + b"Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n"
    b"<p>CPR 0101=\n58=2D5670</p>\n",
    "mail, a description": HEAD + f"Content-Description: {VALUE}\n\nx\n".encode(),
    "mail, a file in its lines": HEAD + b"\nhej\n\nbegin 644 a.txt\n"
    + binascii.b2a_uu(f"CPR {VALUE}".encode()) + b"`\nend\n",
    "mail, beside its type": HEAD + f'Content-Type: text/plain; x="{VALUE}"\n\nx\n'.encode(),
    "mail, between its parts": HEAD + (
        f'Content-Type: multipart/mixed; boundary="{VALUE}"\n\n--{VALUE}\n\nx\n--{VALUE}--\n'
    ).encode(),
    "mail, in place of a signature": MIXED
    + f"--B\nContent-Type: application/pgp-signature\n\nCPR {VALUE}\n--B--\n".encode(),
    "mail, in a mail in a mail": MIXED + b"--B\nContent-Type: message/rfc822\n\n" + HEAD
    + b"Content-Type: multipart/mixed; boundary=C\n\n--C\nContent-Type: message/rfc822\n\n" + HEAD
    + b"Content-Transfer-Encoding: base64\n\n" + PACKED.encode() + b"\n\n--C--\n\n--B--\n",
    "mail, what Outlook packs": MIXED
    + b"--B\nContent-Type: application/ms-tnef; name=winmail.dat\n"
    b"Content-Transfer-Encoding: base64\n\neJ8+IgEA\n--B--\n",
    "mailbox, the second mail": b"From a@x Mon\n" + HEAD + b"\nx\n\nFrom b@x Mon\n" + HEAD
    + b"Content-Transfer-Encoding: base64\n\n" + PACKED.encode() + b"\n",
    "calendar, who takes part": (
        f'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nATTENDEE;CN="{VALUE}":mailto:a@x.dk\r\n'
        "END:VEVENT\r\nEND:VCALENDAR\r\n"
    ).encode(),
    "calendar, behind it": f"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\nCPR {VALUE}\r\n".encode(),
    "calendar, what is told in HTML": (
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"
        b"X-ALT-DESC;FMTTYPE=text/html:<p>0101<b>58</b>-5670\\, \r\n x</p>\r\n"
        b"END:VEVENT\r\nEND:VCALENDAR\r\n"
    ),
    "card, over soft breaks": b"BEGIN:VCARD\r\nVERSION:2.1\r\nNOTE;ENCODING=QUOTED-PRINTABLE:CPR "
    b"0101=35=38-56=\r\n70=0D=0Ax\r\nEND:VCARD\r\n",
    "calendar, a file in it": (
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nATTACH;ENCODING=BASE64;VALUE=BINARY:"
        f"{PACKED}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    ).encode(),
}  # fmt: skip
