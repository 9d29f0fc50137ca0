"""Decisions of people: read, matched to findings, applied."""
