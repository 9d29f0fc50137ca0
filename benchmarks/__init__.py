"""What the pipeline costs, measured: generated profiles, other tools beside ours, growth, start.

Nothing here runs with the tests. Each command prints a table; ``docs/performance.md`` keeps them.
"""
