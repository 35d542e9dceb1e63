"""The worker's screens: one link, no account."""
