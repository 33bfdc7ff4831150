"""Packs the extension: the same files give the same archive, byte for byte, on any machine.

python extension/pack.py FOLDER        writes FOLDER/sluse-extension-VERSION.zip
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

HERE = Path(__file__).resolve().parent
LEFT_OUT = {".py"}


def pack(folder: Path) -> Path:
    """Write the archive into ``folder``; gives its path."""
    version = json.loads((HERE / "manifest.json").read_text(encoding="utf-8"))["version"]
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"sluse-extension-{version}.zip"
    files = (path for path in HERE.rglob("*") if path.is_file() and path.suffix not in LEFT_OUT)
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(files, key=lambda path: path.relative_to(HERE).as_posix()):
            entry = ZipInfo(path.relative_to(HERE).as_posix())  # of 1980: no date of its own
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, path.read_bytes())
    return target


if __name__ == "__main__":
    print(pack(Path(sys.argv[1])))  # noqa: T201  # where it is
