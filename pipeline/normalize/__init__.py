"""Text to readings, pure: each module reads one kind of literal and knows nothing of fields.

A reader is given a stretch of text and what its surroundings say, and gives rival readings with
their spans, best first, or none. Numbers, units and money meet in ``figure``; the ``date_`` modules
are the declared forms in order of trial, dateparser the last; the ``place_`` modules look names up
exactly. What a reading means for a place is decided above.
"""
