"""Corners of archives and packed files."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import struct
import tarfile
import zipfile
from collections.abc import Callable

import py7zr

from .packages import VALUE, packed


def unlisted() -> bytes:
    """An archive with a member that its directory does not name."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("skjult.txt", f"CPR {VALUE}")
        archive.writestr("a.txt", "hej")
        del archive.filelist[0], archive.NameToInfo["skjult.txt"]
    return buffer.getvalue()


def with_field() -> bytes:
    """An archive with a field of its own beside a member's name."""
    info, buffer = zipfile.ZipInfo("a.txt"), io.BytesIO()
    info.extra = struct.pack("<HH", 0x9999, len(VALUE)) + VALUE.encode()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(info, "x")
    return buffer.getvalue()


def seven() -> bytes:
    buffer = io.BytesIO()
    with py7zr.SevenZipFile(buffer, "w") as archive:
        archive.writestr(f"CPR {VALUE}", "a.txt")
    return packed({"a.7z": buffer.getvalue()})


def tar(change: Callable[[tarfile.TarInfo], None], content: bytes = b"x") -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.PAX_FORMAT) as archive:
        info = tarfile.TarInfo("a.txt")
        info.size = len(content)
        change(info)
        archive.addfile(info, io.BytesIO(content))
    return buffer.getvalue()


def named_gzip() -> bytes:
    buffer = io.BytesIO()
    with gzip.GzipFile(f"{VALUE}.txt", "wb", fileobj=buffer) as file:
        file.write(b"hej")
    return buffer.getvalue()


ARCHIVES = {
    "zip, an archive of another kind": seven(),
    "zip, a member that no list names": unlisted(),
    "zip, a field beside a name": with_field(),
    "zip, bytes behind it": packed({"a.txt": b"hej"}) + f"CPR {VALUE}".encode(),
    "zip, bytes before it": f"CPR {VALUE}\n".encode() + packed({"a.txt": b"hej"}),
    "gzip, the name it had": named_gzip(),
    "gzip, a second part": gzip.compress(b"hej\n") + gzip.compress(VALUE.encode()),
    "gzip, a tar": gzip.compress(tar(lambda _: None, VALUE.encode())),
    "tar, a comment": tar(lambda info: setattr(info, "pax_headers", {"comment": VALUE})),
    "tar, an owner": tar(lambda info: setattr(info, "gname", VALUE)),
    "tar, bytes behind it": tar(lambda _: None) + f"CPR {VALUE}".encode(),
    "bzip2, bytes behind it": bz2.compress(b"hej") + f"CPR {VALUE}".encode(),
    "bzip2, a second part": bz2.compress(b"hej\n") + bz2.compress(VALUE.encode()),
    "xz, bytes behind it": lzma.compress(b"hej") + f"CPR {VALUE}".encode(),
    "gzip, bytes behind it": gzip.compress(b"hej") + f"CPR {VALUE}".encode(),
    "gzip, a field of its own": gzip.compress(b"hej")[:3] + b"\4" + gzip.compress(b"hej")[4:10]
    + struct.pack("<H", 15) + b"AB\x0b\0" + VALUE.encode() + gzip.compress(b"hej")[10:],
}  # fmt: skip
