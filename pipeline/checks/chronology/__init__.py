"""Dates against each other, against their era, weekday and jubilee, and against today (D)."""
