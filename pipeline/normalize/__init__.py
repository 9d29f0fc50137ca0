"""Text to readings, pure: each module reads one kind of literal and knows nothing of fields.

A reader is given a stretch of text and what its surroundings say, and gives rival readings with
their spans, best first, or none. Digits, scale words, units and money meet in ``figure``; ``dates``
has the declared forms in order of trial, dateparser the last; ``places`` looks names up exactly.
``glossary`` finds words of the lexicon on a page, ``stretch`` gives what a stretch of it holds. What
a reading means for a place is decided above.
"""
