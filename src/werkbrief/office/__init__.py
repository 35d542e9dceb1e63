"""The agency's screens."""
