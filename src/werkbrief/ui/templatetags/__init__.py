"""Tags that every roof uses."""
