"""The annex first: pytest would take the folder `ontrafelaar` for the package."""

import ontrafelaar  # noqa: F401
