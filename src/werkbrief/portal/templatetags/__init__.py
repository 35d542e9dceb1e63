"""Tags of the client's screens."""
