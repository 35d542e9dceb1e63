"""From TOML to a pack; what is wrong is named with file, line, rule and remedy."""

from ontrafelaar.reading.packs import read_pack

__all__ = ["read_pack"]
