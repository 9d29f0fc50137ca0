"""Corrections: the mechanisms of mistakes (R01 to R13), tried on the literal as it is written.

``mechanism`` lists them in order of trial; ``repair`` keeps those that mend what is broken and break
nothing else.
"""
