"""Bytes to document to lines to profiles: structure, before meaning.

A file becomes the one text that all spans index (ingest, formats, encoding, damage), the text
becomes lines with their labels and bodies (lines, grammar, inline, join), tables are found by their
shape (tables and what it is made of), and all of it is cut into profiles (segment, heading, home).
What the figures on a line are of is not asked here, only whether they look like facts.
"""
