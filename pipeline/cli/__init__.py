"""The command line: the only folder that prints or exits.

A command parses what it was asked, calls what answers, and says it; no command knows more.
"""

from pipeline.cli.entry import main

__all__ = ["main"]
