"""The roof for machines: a REST interface, described by its own OpenAPI page."""
