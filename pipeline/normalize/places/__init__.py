"""Names of places looked up exactly: countries, regions, what a word beside a name says it is.

``index`` finds names in running text in one pass; nothing here guesses by likeness.
``pipeline.normalize.place`` is the door.
"""
