"""Views: read the clock, pick the scope, choose the template."""
