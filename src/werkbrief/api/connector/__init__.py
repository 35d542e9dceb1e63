"""A Python file for who calls us, written from the description of the interface."""
