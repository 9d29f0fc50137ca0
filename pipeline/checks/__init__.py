"""What looks wrong, which field is to blame, and what it should be.

A check is one function in its topic (``reading``, ``form``, ``arithmetic``, ``chronology``, ``claim``,
``outside``, ``across``) that yields problems and applies nothing; its docstring is what ``explain``
prints. ``view`` is what checks see, ``relation`` what figures should keep; ``mend`` finds the fewest
that can be wrong and asks its mechanisms for the literal that was meant. Checks over the folder see
columns and cards only, never texts.
"""
