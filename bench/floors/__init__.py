"""What the same work costs at the very least: small scripts, set-based."""
