"""Decisions of people: read, matched to findings, applied.

The decision log and ``_profiles.toml`` are the two files beside the texts that are ever written,
and only from here: appended to under a lock, or changed without losing what a person wrote. What
is decided is put on records as read (apply, revise), matched again after every run (settle), and
shown by the commands of the terminal (listing, written).
"""
