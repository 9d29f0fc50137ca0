"""What earlier runs left, so that a run reads again only what has changed: a cache, never a source.

Whether anything here is found, damaged or deleted changes how long a run takes, and not one byte
of what it writes.
"""
