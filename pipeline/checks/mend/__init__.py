"""Corrections: the mechanisms of mistakes (R01 to R13), tried on the literal as it is written.

``blame`` finds the fewest values that can be wrong; ``mechanism`` lists what may have happened to
them in order of trial; ``repair`` keeps those that mend what is broken and break nothing else.
"""
