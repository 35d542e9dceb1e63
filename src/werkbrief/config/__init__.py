"""Settings, addresses and start-up: imports all, imported by none."""
