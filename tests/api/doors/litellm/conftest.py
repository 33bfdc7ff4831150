"""LiteLLM's proxy, as it is run, before the vendor; its guardrails ask Sluse."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2
import pytest
import yaml

from api.app import create_app
from api.keys import Scope, new_key
from scanner import Scanner
from scanner.settings import Settings

LITELLM = Path(__file__).parents[4] / ".ci" / "litellm" / "venv" / "bin" / "litellm"
NOWHERE = "http://127.0.0.1:9"
MODELS = ("echo", "tool")
MakeSettings = Callable[..., Settings]
Serve = Callable[[Any], AbstractContextManager[str]]


@dataclass(frozen=True, slots=True)
class Gateway:
    """The proxy's address, and the files that Sluse and the proxy wrote."""

    url: str
    folder: Path

    @property
    def state(self) -> Path:
        """What Sluse keeps."""
        return self.folder / "state"

    @property
    def log(self) -> str:
        """All that LiteLLM has said."""
        return (self.folder / "litellm.log").read_text(encoding="utf-8")


def own(base: str) -> dict[str, Any]:
    """LiteLLM's own Presidio guardrail, asking at ``base``."""
    return {
        "guardrail": "presidio",
        "mode": "pre_call",
        "presidio_language": "da",
        "presidio_analyzer_api_base": base,
        "presidio_anonymizer_api_base": base,
        "output_parse_pii": True,
        "pii_entities_config": {"DK_CPR": "BLOCK", "PERSON": "MASK", "EMAIL_ADDRESS": "MASK"},
    }


def generic(base: str, key: str) -> dict[str, Any]:
    """The generic guardrail, asking at ``base``."""
    return {
        "guardrail": "generic_guardrail_api",
        "mode": ["pre_call", "post_call"],
        "api_base": base,
        "api_key": key,
        "streaming_transform_mode": "incremental_diff",
        "streaming_sampling_rate": 1,
    }


def configuration(vendor: str, sluse: str, key: str) -> dict[str, Any]:
    with_key = sluse.replace("http://", f"http://sluse:{key}@")
    guardrails = {
        "presidio": own(with_key),
        "presidio without service": own(NOWHERE),
        "sluse": generic(sluse, key),
        "sluse without service": generic(NOWHERE, key),
        "sluse with a wrong key": generic(sluse, "wrong"),
    }
    return {
        "model_list": [
            {
                "model_name": name,
                "litellm_params": {"model": f"openai/{name}", "api_base": vendor, "api_key": "x"},
            }
            for name in MODELS
        ],
        "guardrails": [
            {"guardrail_name": name, "litellm_params": params}
            for name, params in guardrails.items()
        ],
    }


@pytest.fixture(scope="session")
def gateway(
    tmp_path_factory: pytest.TempPathFactory,
    make_settings: MakeSettings,
    scanner: Scanner,
    one_vendor: Any,
    serve: Serve,
) -> Iterator[Gateway]:
    """The proxy, once for all tests: it takes its time to start."""
    folder = tmp_path_factory.mktemp("gateway")
    key, record = new_key([Scope.SCAN])
    settings = make_settings(folder / "state", api_keys=str(record))
    (folder / "state").mkdir()
    with serve(create_app(settings, scanner)) as sluse:
        config = folder / "config.yaml"
        told = configuration(one_vendor.url, sluse, key)
        config.write_text(yaml.safe_dump(told), encoding="utf-8")
        with running(folder, config) as url:
            yield Gateway(url, folder)


def running(folder: Path, config: Path) -> AbstractContextManager[str]:
    return Running(folder, config)


class Running(AbstractContextManager[str]):
    """LiteLLM's process, from when it answers."""

    def __init__(self, folder: Path, config: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        self._url = f"http://127.0.0.1:{port}"
        environment = {
            "PATH": str(Path(sys.executable).parent),
            "HOME": str(folder),
            "LITELLM_LOCAL_MODEL_COST_MAP": "True",
        }
        self._log = (folder / "litellm.log").open("w", encoding="utf-8")
        arguments = ["--config", str(config), "--host", "127.0.0.1", "--port", str(port)]
        self._process = subprocess.Popen(  # noqa: S603  # the pinned program
            [LITELLM, *arguments, "--telemetry", "False"],
            stdout=self._log,
            stderr=subprocess.STDOUT,
            env=environment,
            cwd=folder,
        )

    def __enter__(self) -> str:
        for _ in range(600):
            assert self._process.poll() is None, self._log.name
            try:
                if httpx2.get(f"{self._url}/health/liveliness").is_success:
                    return self._url
            except httpx2.TransportError:
                time.sleep(0.5)
        raise AssertionError(self._log.name)

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(30)
        self._log.close()
