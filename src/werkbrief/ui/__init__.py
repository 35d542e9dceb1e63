"""The base template, the style sheet and the small behaviours of every screen."""
