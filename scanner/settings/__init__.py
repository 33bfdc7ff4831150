"""Settings: one TOML file and the environment, which wins. Nothing else reads either.

The file is the one named by ``--config`` or SLUSE_CONFIG, else /etc/sluse/sluse.toml, else
./sluse.toml; without any, the defaults hold. Every key may also be set as SLUSE_<KEY>. Paths in
the file are relative to it. A key nobody knows is refused.
"""

from scanner.settings.model import Settings
from scanner.settings.shown import Shown
from scanner.settings.sources import CONFIG

__all__ = ["CONFIG", "Settings", "Shown"]
