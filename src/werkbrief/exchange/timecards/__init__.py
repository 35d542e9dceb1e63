"""Approved hours as timecards: one model, from which every message is written."""
