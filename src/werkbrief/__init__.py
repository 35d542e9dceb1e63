"""Werkbrief: from planning to paid hours, between client and agency."""
