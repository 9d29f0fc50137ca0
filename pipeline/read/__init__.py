"""Bytes to document to lines to profiles: structure, before meaning.

A file becomes the one text that all spans index (ingest, formats, decode), the text becomes lines
with their labels and bodies (lines, grammar, inline, join), tables are found by their shape (tables
with the folder table), and all of it is cut into profiles (segment with the folder profile).
What the figures on a line are of is not asked here, only whether they look like facts.
"""
