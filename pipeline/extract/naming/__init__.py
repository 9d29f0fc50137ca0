"""Whose profile it is: its name, its country, and the titles and sentences that bring it in."""
