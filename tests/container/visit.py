"""Runs inside the image: starts the service, asks it, and tries what must not be possible.

Arguments: the command and the health check of the image, as JSON. Knows the standard library only.
"""

import errno
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

ADDRESS = "http://127.0.0.1:8080"
TEXT = "Kære Anne Holm, dit CPR-nr. er 010158-5670."
START, HEALTH = (json.loads(argument) for argument in sys.argv[1:])


def ask(path: str, key: str, body: object) -> tuple[int, bytes]:
    """Status and answer."""
    data = json.dumps(body).encode()
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {key}"}
    request = urllib.request.Request(ADDRESS + path, data, headers)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


def reason(act: Callable[[], object]) -> int | None:
    """The number of the error that ``act`` ends in, if it does."""
    try:
        act()
    except OSError as error:
        return error.errno
    return None


def wait_until_healthy() -> float:
    """Seconds until the image's own health check is content."""
    begun = time.monotonic()
    while time.monotonic() - begun < 60:
        if subprocess.run(HEALTH, check=False, capture_output=True).returncode == 0:
            return time.monotonic() - begun
        time.sleep(0.5)
    raise SystemExit("not healthy within 60 seconds")


def main() -> None:
    """Every step says what it saw; the first that is not as it should be ends it."""
    refused = subprocess.run(START, check=False, capture_output=True, timeout=60)
    assert refused.returncode == 2, refused
    print("without a key it does not open: exit code 2")
    made = subprocess.run(["sluse", "key", "create"], check=True, capture_output=True, text=True)
    service = subprocess.Popen(START)
    try:
        print(f"healthy after {wait_until_healthy():.1f} s, as user {os.getuid()}")
        assert os.getuid() != 0
        status, answer = ask("/v1/scan", made.stdout.strip(), {"text": TEXT})
        found = json.loads(answer)
        print(
            f"scan: {status}, {found['decision']}, {[f['entity_type'] for f in found['findings']]}"
        )
        assert (status, found["decision"], found["gaps"]) == (200, "block", [])
        assert {"PERSON", "DK_CPR"} <= {each["entity_type"] for each in found["findings"]}
        assert ask("/v1/scan", "", {"text": TEXT})[0] == 401
        assert reason(lambda: Path("/opt/sluse/probe").touch()) == errno.EROFS
        reached = reason(lambda: socket.create_connection(("192.0.2.1", 80), timeout=5))
        assert reached == errno.ENETUNREACH
        print("no answer without a key, no file outside its state, no way out")
    finally:
        service.send_signal(signal.SIGTERM)
        ended = service.wait(30)
    assert ended in {0, -signal.SIGTERM}, ended
    print("stops when it is told to")


if __name__ == "__main__":
    main()
