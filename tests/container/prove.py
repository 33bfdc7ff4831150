"""Carries out the Dockerfile's own lines in a clean Debian, without Docker, and visits the service.

    sudo .venv/bin/python tests/container/prove.py [--base FOLDER]

Needs debootstrap, iproute2 and a network for what is built. The service then runs as the image's
user, on a read-only disk, without capabilities, in a network of its own that leads nowhere, and
visit.py looks it over. FOLDER is a clean Debian made before; without it one is made.
"""

from __future__ import annotations

import argparse
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pathspec import PathSpec

ROOT = Path(__file__).parents[2]
VISIT = Path(__file__).with_name("visit.py")
PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
PACKAGES = "python3,python3-venv,ca-certificates"
PASSED_ON = ("PIP_CERT", "PIP_INDEX_URL", "https_proxy")
# In a mount and a network namespace of its own: $1 the root, $2 the user, the rest the command.
CONTAINED = """
set -eu
root=$1 user=$2
shift 2
ip link set lo up
mount --bind "$root" "$root"
mount -o remount,bind,ro "$root"
mount -t tmpfs tmpfs "$root/tmp"
mount -t tmpfs -o "uid=$user,gid=$user,mode=0700" tmpfs "$root/var/lib/sluse"
exec chroot "$root" setpriv --reuid "$user" --regid "$user" --clear-groups --no-new-privs \
    --bounding-set -all --inh-caps -all "$@"
"""


@dataclass
class Stage:
    """One stage of the image, a folder with a Debian in it."""

    root: Path
    workdir: str = "/"
    user: str = "0"
    env: dict[str, str] = field(default_factory=lambda: {"PATH": PATH})
    said: dict[str, list[str]] = field(default_factory=dict)

    def inside(self, path: str) -> Path:
        """A path of the image as one of this machine."""
        return self.root / os.path.normpath(Path("/", self.workdir, path)).lstrip("/")


def call(*command: str | Path) -> None:
    """Run a command that has to succeed."""
    subprocess.run([str(word) for word in command], check=True)


def instructions() -> Iterator[tuple[str, str]]:
    """The Dockerfile's words and what follows them."""
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    for line in "\n".join(lines).replace("\\\n", " ").splitlines():
        word, _, rest = line.partition(" ")
        yield word, rest.strip()


def build(base: Path, place: Path) -> Stage:
    """All stages, of which the last is the image."""
    stages: dict[str, Stage] = {}
    stage = Stage(base)
    for word, rest in instructions():
        print(f"{word} {rest}", flush=True)
        if word == "FROM":
            stage = Stage(place / f"stage{len(stages)}")
            stages[rest.partition(" AS ")[2] or "last"] = stage
            call("cp", "-a", base, stage.root)
        elif word == "COPY":
            copy(stage, stages, shlex.split(rest))
        elif word == "RUN":
            run(stage, rest)
        else:
            describe(stage, word, rest)
    return stage


def describe(stage: Stage, word: str, rest: str) -> None:
    """What changes how the stage is used, not its files."""
    if word == "WORKDIR":
        stage.workdir = rest
        stage.inside(rest).mkdir(parents=True, exist_ok=True)
    elif word == "ENV":
        stage.env |= dict(pair.split("=", 1) for pair in shlex.split(rest))
    elif word == "USER":
        stage.user = rest.partition(":")[0]
    elif word in {"HEALTHCHECK", "ENTRYPOINT", "CMD"}:
        stage.said[word] = json.loads(rest[rest.index("[") :])
    elif word not in {"VOLUME", "EXPOSE"}:
        raise SystemExit(f"{word}: not known here")


def copy(stage: Stage, stages: dict[str, Stage], words: Sequence[str]) -> None:
    """From another stage, or from the project what .dockerignore leaves of it."""
    origin = next((stages[word[7:]] for word in words if word.startswith("--from=")), None)
    *sources, target = [word for word in words if not word.startswith("--")]
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    ignored = PathSpec.from_lines("gitignore", lines)
    for source in sources:
        found = origin.inside(source) if origin else ROOT / source
        into = stage.inside(target)
        into = into / found.name if target.endswith("/") else into
        if origin:
            call("cp", "-a", found, into)
            continue
        for file in [found] if found.is_file() else found.rglob("*"):
            if file.is_file() and not ignored.match_file(file.relative_to(ROOT)):
                goal = into / file.relative_to(found) if found.is_dir() else into
                goal.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(file, goal)


def run(stage: Stage, line: str) -> None:
    """A RUN line, as root, with this machine's network."""
    passed = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    command = f"cd {shlex.quote(stage.workdir)} && {line}"
    env = [f"{name}={value}" for name, value in (stage.env | passed).items()]
    call("chroot", stage.root, "env", "-i", *env, "/bin/sh", "-ec", command)


def visit(image: Stage) -> int:
    """Start the image as compose.yaml would, and look it over."""
    env = [f"{name}={value}" for name, value in image.env.items()]
    start = json.dumps(image.said["ENTRYPOINT"] + image.said["CMD"])
    look = ["env", "-i", "-C", image.workdir, *env, "python3", "-c", VISIT.read_text("utf-8")]
    contained = ["unshare", "--net", "--mount", "sh", "-c", CONTAINED, "sh"]
    told = [start, json.dumps(image.said["HEALTHCHECK"])]
    command = [*contained, str(image.root), image.user, *look, *told]
    return subprocess.run(command, check=False).returncode


def main() -> None:
    """Build in a temporary folder, which goes away with everything in it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path)
    base: Path | None = parser.parse_args().base
    with tempfile.TemporaryDirectory(prefix="sluse-image-") as folder:
        place = Path(folder)
        if base is None:
            base = place / "debian"
            call("debootstrap", "--variant=minbase", f"--include={PACKAGES}", "bookworm", base)
            for file in ("etc/resolv.conf", "etc/ssl/certs/ca-certificates.crt"):
                shutil.copy(Path("/", file), base / file)
        sys.exit(visit(build(base, place)))


if __name__ == "__main__":
    main()
