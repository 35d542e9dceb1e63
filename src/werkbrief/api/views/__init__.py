"""Views: read the clock, pick the scope, call the action."""
