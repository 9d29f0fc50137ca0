"""The types that every stage passes on: plain immutable values that import nothing of ours.

Here belongs what more than one stage must agree on: where a literal stands (source), what was read
there (value), what is doubtful about it and what a person decided (finding), what a person taught
(teaching). All can be pickled, compared and printed; none knows how it came to be.
"""
