"""Settings: file, environment, what each is for, and what is refused."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from scanner.errors import SettingsError
from scanner.settings import Settings

SECRET = "0f" * 32


@pytest.fixture
def config(state: Path) -> Path:
    return state / "sluse.toml"


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_the_environment_wins_over_the_file(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(config, 'port = 9000\nlanguage = "en"\nallowed_hosts = ["a"]\n')
    monkeypatch.setenv("SLUSE_PORT", "9001")
    settings = Settings.load(config)
    assert (settings.port, settings.language, settings.allowed_hosts) == (9001, "en", ("a",))
    origins = {each.name: each.origin for each in settings.shown()}
    assert (origins["port"], origins["language"]) == ("SLUSE_PORT", str(config))
    assert not origins["workers"]


def test_the_file_is_found(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(config, "port = 9000")
    assert Settings.load().port == 9000
    monkeypatch.setenv("SLUSE_CONFIG", str(write(config.with_name("b.toml"), "port = 9002")))
    assert Settings.load().port == 9002
    assert Settings.load(config).port == 9000


def test_paths_in_the_file_are_relative_to_it(config: Path) -> None:
    settings = Settings.load(write(config, 'policy = "p.yaml"\nkeys_file = "/srv/keys"'))
    assert settings.policy == config.parent / "p.yaml"
    assert settings.keys_file == Path("/srv/keys")


def test_lists_come_with_commas(state: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001  # the place
    monkeypatch.setenv("SLUSE_ALLOWED_HOSTS", "sluse.example, b.example,")
    assert Settings.load().allowed_hosts == ("sluse.example", "b.example")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("prot = 1", "prot"),
        ("port = 70000", "port"),
        ('port = "x"', "port"),
        ("workers = 0", "workers"),
        ('language = "sv"', "language"),
        ('hash_key = "abc"', "hash_key"),
        ("port =", "TOML"),
        ("port = 1\n! = 2", "line 2"),
        ('state_dir = 7\nport = "x"', "port"),
    ],
)
def test_what_is_wrong_is_named(config: Path, text: str, said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        Settings.load(write(config, text))


def test_a_variable_nobody_knows_is_refused(state: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001  # the place
    monkeypatch.setenv("SLUSE_PROT", "1")
    with pytest.raises(SettingsError, match="SLUSE_PROT"):
        Settings.load()


def test_a_named_file_has_to_be_there(config: Path) -> None:
    with pytest.raises(SettingsError, match=r"sluse\.toml"):
        Settings.load(config)
    config.write_bytes(b"# \xff")
    with pytest.raises(SettingsError, match="UTF-8"):
        Settings.load(config)


def test_no_error_and_no_repr_tells_a_secret(config: Path) -> None:
    text = f'hash_key = "{SECRET}"\nregister_key = "{SECRET}"\naudit_url = "pg://u:hidden@h/d"'
    settings = Settings.load(write(config, text))
    shown = repr(settings) + str(settings.shown())
    assert SECRET not in shown
    assert "hidden" not in shown
    assert settings.hash_key_bytes == settings.register_key_bytes == bytes.fromhex(SECRET)
    with pytest.raises(SettingsError) as caught:
        Settings.load(write(config, f'hash_key = "{SECRET}00"'))
    assert SECRET not in str(caught.value)


def test_every_setting_says_what_it_is_for(state: Path) -> None:  # noqa: ARG001  # the place
    for each in Settings.load().shown():
        assert each.words.da
        assert each.words.en
        assert each.words.da != each.words.en


def test_the_register_is_used_when_it_is_there(state: Path) -> None:
    assert Settings.load().register is None
    (state / "state").mkdir()
    (state / "state" / "register.db").touch()
    assert Settings.load().register == state / "state" / "register.db"


def test_toml_of_all_settings_is_read(config: Path) -> None:
    lines = [f"{name} = 5" for name in ("workers", "queue_size", "audit_retention_days")]
    settings = Settings.load(write(config, "\n".join(lines)))
    assert tomllib.loads("\n".join(lines)) == {
        name: getattr(settings, name) for name in ("workers", "queue_size", "audit_retention_days")
    }
