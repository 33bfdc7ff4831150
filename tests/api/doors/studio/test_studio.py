"""Copilot Studio's door: whose token is good, and what agents are told. Keys are made here."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx2
import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from fastapi.testclient import TestClient

from api.app import create_app
from api.doors.studio.keys import KeysAddress, NoKeysError
from scanner import Scanner
from scanner.errors import SettingsError
from scanner.settings import Settings

TENANT = "11111111-2222-3333-4444-555555555555"
CALLER = "96ff4394-9197-43aa-b393-6a41652e21f8"
AUDIENCE = "https://sluse.example"
OTHER = "99999999-8888-7777-6666-555555555555"
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
STRANGER = rsa.generate_private_key(public_exponent=65537, key_size=2048)
CURVE = ec.generate_private_key(ec.SECP256R1())
CPR = "010158-5670"  # of 1858: nobody bears it any more


def jwks() -> dict[str, Any]:
    """The public keys, as Entra publishes them."""
    rsa_key = jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key(), as_dict=True)
    curve = jwt.algorithms.ECAlgorithm.to_jwk(CURVE.public_key(), as_dict=True)
    return {"keys": [rsa_key | {"kid": "k1", "use": "sig"}, curve | {"kid": "ec"}]}


def token(key: Any = KEY, alg: str = "RS256", kid: str = "k1", **changes: Any) -> str:
    """A good token, but for ``changes``; None takes a claim out."""
    now = int(time.time())
    claims = {
        "iss": f"https://sts.windows.net/{TENANT}/",
        "aud": AUDIENCE,
        "tid": TENANT,
        "appid": CALLER,
        "iat": now,
        "nbf": now,
        "exp": now + 600,
    } | changes
    told = {name: value for name, value in claims.items() if value is not None}
    return jwt.encode(told, key, algorithm=alg, headers={"kid": kid})


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A service with the door open."""
    keys = tmp_path / "jwks.json"
    keys.write_text(json.dumps(jwks()), encoding="utf-8")
    return Settings(
        state_dir=tmp_path,
        allowed_hosts=("testserver",),
        workers=2,
        copilot_studio_audience=AUDIENCE,
        copilot_studio_tenants=(TENANT,),
        copilot_studio_callers=(CALLER,),
        copilot_studio_keys_file=keys,
    )


@pytest.fixture
def client(settings: Settings, scanner: Scanner) -> Iterator[TestClient]:
    with TestClient(create_app(settings, scanner)) as made:
        yield made


def question(**values: Any) -> dict[str, Any]:
    """What Copilot Studio asks, with what real payloads have besides."""
    return {
        "plannerContext": {
            "userMessage": "Send tilbuddet",
            "thought": "…",
            "chatHistory": [
                {"id": "1", "role": "user", "content": {"type": "AdaptiveCard"}, "timestamp": "x"}
            ],
            "previousToolsOutputs": [],
        },
        "toolDefinition": {"id": "t", "type": "ToolDefinition", "name": "SendEmail"},
        "inputValues": values,
        "conversationMetadata": {"agent": {"id": "a", "version": None, "isPublished": False}},
    }


def ask(client: TestClient, body: Any, authorization: str | None = None) -> httpx2.Response:
    given = f"Bearer {token()}" if authorization is None else authorization
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    answer: Any = client.post(
        "/analyze-tool-execution?api-version=2025-05-01",
        content=content,
        headers={"Authorization": given, "x-ms-correlation-id": "1"},
    )
    return answer  # type: ignore[no-any-return]


def test_a_harmless_call_may_be_made(client: TestClient) -> None:
    answer = ask(client, question(to="kontakt@virk.dk", body="Hvornår åbner I?"))
    assert (answer.status_code, answer.json()) == (200, {"blockAction": False})


def test_a_secret_is_blocked_and_not_told(client: TestClient) -> None:
    secret = "Sommerhus-73-kvist"
    answer = ask(client, question(to="x", body=f"Adgangskode: {secret}", n=[1, True, None]))
    told = answer.json()
    assert (told["blockAction"], told["reasonCode"]) == (True, 1)
    assert json.loads(told["diagnostics"]) == {
        "reason": "policy",
        "flaggedFields": ["inputValues.body"],
        "entityTypes": ["SECRET"],
    }
    assert " / " in told["reason"]
    assert secret not in answer.text


def test_the_label_of_a_value_counts(client: TestClient) -> None:
    assert ask(client, question(adgangskode="Sommerhus-73-kvist")).json()["blockAction"] is True


def test_a_stricter_destination(settings: Settings, scanner: Scanner) -> None:
    strict = settings.model_copy(update={"copilot_studio_destination": "chatgpt"})
    with TestClient(create_app(strict, scanner)) as client:
        assert ask(client, question(note=f"CPR {CPR}")).json()["reasonCode"] == 1
        told = ask(client, question(**{f"cpr {CPR}": "x"}))
        assert told.json()["blockAction"] is True
        assert CPR not in told.text
        card = question() | {"plannerContext": {"userMessage": {"text": f"CPR {CPR}"}}}
        assert ask(client, card).json()["blockAction"] is True


UNREADABLE = [b"", b"{", b"[]", b'"x"', b"\xff", b"[" * 100_000, b'{"inputValues": ' + b"[" * 90]
UNREADABLE.append(b'{"inputValues": ' + b"[" * 90 + b"]" * 90 + b"}")


@pytest.mark.parametrize("body", UNREADABLE, ids=range(len(UNREADABLE)))
def test_what_cannot_be_read_is_blocked(client: TestClient, body: bytes) -> None:
    answer = ask(client, body)
    assert answer.status_code == 200
    assert (answer.json()["blockAction"], answer.json()["reasonCode"]) == (True, 3)


@pytest.mark.parametrize("body", [{}, {"inputValues": None}, {"plannerContext": []}])
def test_what_is_left_out_is_nothing(client: TestClient, body: Any) -> None:
    assert ask(client, body).json() == {"blockAction": False}


class Slow:
    """A scanner that takes longer than Microsoft waits."""

    def __init__(self, scanner: Scanner) -> None:
        self.policy = scanner.policy

    def scan_doc(self, *_: object, **__: object) -> None:
        time.sleep(3)


class Failing(Slow):
    """A scanner whose error quotes the text."""

    def scan_doc(self, *told: Any, **__: object) -> None:
        raise RuntimeError(str(told))


@pytest.mark.parametrize(("kind", "reason"), [(Slow, 2), (Failing, 4)])
def test_in_doubt_it_is_blocked(
    settings: Settings, scanner: Scanner, kind: Callable[[Scanner], Any], reason: int
) -> None:
    with TestClient(create_app(settings, kind(scanner))) as client:
        answer = ask(client, question(body=f"CPR {CPR}"))
    assert answer.status_code == 200
    assert (answer.json()["blockAction"], answer.json()["reasonCode"]) == (True, reason)
    assert CPR not in answer.text


def public_pem() -> bytes:
    return KEY.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )


def confused() -> str:
    """HS256 with the public key as the secret; made by hand, for the library refuses to."""
    head = jwt.utils.base64url_encode(b'{"alg":"HS256","typ":"JWT","kid":"k1"}')
    body = token().split(".")[1].encode()
    algorithm = jwt.algorithms.HMACAlgorithm(jwt.algorithms.HMACAlgorithm.SHA256)
    signature = algorithm.sign(head + b"." + body, public_pem())
    return b".".join((head, body, jwt.utils.base64url_encode(signature))).decode()


PAST = int(time.time()) - 3600
BAD: dict[str, Callable[[], str]] = {
    "nothing": lambda: "",
    "another scheme": lambda: f"Basic {token()}",
    "no token": lambda: "Bearer",
    "no JWT": lambda: "Bearer x.y.z",
    "cut": lambda: f"Bearer {token()[:-6]}",
    "expired": lambda: f"Bearer {token(exp=PAST)}",
    "without an end": lambda: f"Bearer {token(exp=None)}",
    "not yet": lambda: f"Bearer {token(nbf=int(time.time()) + 3600)}",
    "another audience": lambda: f"Bearer {token(aud='https://other.example')}",
    "without an audience": lambda: f"Bearer {token(aud=None)}",
    "another tenant": lambda: f"Bearer {token(tid=OTHER)}",
    "another tenant throughout": lambda: (
        f"Bearer {token(tid=OTHER, iss=f'https://sts.windows.net/{OTHER}/')}"
    ),
    "another issuer": lambda: f"Bearer {token(iss='https://evil.example/' + TENANT)}",
    "another caller": lambda: f"Bearer {token(appid=OTHER)}",
    "no caller": lambda: f"Bearer {token(appid=None)}",
    "two callers": lambda: f"Bearer {token(azp=OTHER)}",
    "another key": lambda: f"Bearer {token(STRANGER)}",
    "an unknown key": lambda: f"Bearer {token(kid='k2')}",
    "a key of another kind": lambda: f"Bearer {token(CURVE, 'ES256', 'ec')}",
    "RS256 by a curve": lambda: f"Bearer {token(KEY, 'RS256', 'ec')}",
    "another hash": lambda: f"Bearer {token(KEY, 'RS512')}",
    "alg none": lambda: f"Bearer {token(None, 'none')}",
    "the public key as a secret": lambda: f"Bearer {confused()}",
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("path", ["/validate", "/analyze-tool-execution"])
def test_a_bad_token(client: TestClient, name: str, path: str) -> None:
    answer = client.post(path, json=question(), headers={"Authorization": BAD[name]()})
    assert answer.status_code == 401
    told = answer.json()
    assert told["httpStatus"] == 401
    assert told["errorCode"] == 4011
    assert "blockAction" not in told


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"iss": f"https://login.microsoftonline.com/{TENANT}/v2.0"},
        {"appid": None, "azp": CALLER.upper()},
    ],
)
def test_a_good_token(client: TestClient, changes: dict[str, Any]) -> None:
    given = client.post("/validate", headers={"Authorization": f"Bearer {token(**changes)}"})
    assert (given.status_code, given.json()) == (200, {"isSuccessful": True, "status": "OK"})


def test_clocks_may_differ(client: TestClient) -> None:
    late = token(exp=int(time.time()) - 5)
    given = client.post("/validate", headers={"Authorization": f"Bearer {late}"})
    assert given.status_code == 200


def test_the_door_is_closed_when_nothing_is_set(scanner: Scanner, tmp_path: Path) -> None:
    bare = Settings(state_dir=tmp_path, allowed_hosts=("testserver",))
    with TestClient(create_app(bare, scanner)) as client:
        assert client.post("/validate").status_code == 404
        assert ask(client, question()).status_code == 404


@pytest.mark.parametrize(
    "missing", ["audience", "tenants", "callers", "keys_file"], ids=lambda name: f"no {name}"
)
def test_half_a_setup_does_not_start(settings: Settings, missing: str, scanner: Scanner) -> None:
    half = settings.model_copy(update={f"copilot_studio_{missing}": None})
    with pytest.raises(SettingsError, match="COPILOT_STUDIO"):
        create_app(half, scanner)


def test_a_broken_key_file_does_not_start(settings: Settings, scanner: Scanner) -> None:
    assert settings.copilot_studio_keys_file
    settings.copilot_studio_keys_file.write_text("{}", encoding="utf-8")
    with pytest.raises(SettingsError, match="JWKS"):
        create_app(settings, scanner)


@pytest.mark.anyio
async def test_keys_are_fetched_once_and_not_for_everybody() -> None:
    asked: list[str] = []

    def serve(request: httpx2.Request) -> httpx2.Response:
        asked.append(str(request.url))
        return httpx2.Response(200, json=jwks())

    client = httpx2.AsyncClient(transport=httpx2.MockTransport(serve))
    keys = KeysAddress("https://login.example/keys", client)
    assert await keys.find("k1")
    for number in range(50):
        assert await keys.find(f"unknown {number}") is None
    assert asked == ["https://login.example/keys"]


@pytest.mark.anyio
async def test_keys_that_cannot_be_had_are_no_refusal() -> None:
    client = httpx2.AsyncClient(transport=httpx2.MockTransport(lambda _: httpx2.Response(500)))
    keys = KeysAddress("https://login.example/keys", client)
    with pytest.raises(NoKeysError):
        await keys.find("k1")


def test_without_keys_a_call_is_blocked(
    settings: Settings, scanner: Scanner, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def none(_: object, __: str) -> None:
        raise NoKeysError

    app = create_app(settings, scanner)
    monkeypatch.setattr("api.doors.studio.keys.KeysFile.find", none)
    with TestClient(app) as client:
        assert ask(client, question()).json()["blockAction"] is True
        headers = {"Authorization": f"Bearer {token()}"}
        assert client.post("/validate", headers=headers).status_code == 503


def test_the_door_is_described_only_when_open(client: TestClient) -> None:
    assert "/validate" in client.get("/openapi.json").json()["paths"]
