"""The commands that bring a planning in."""
