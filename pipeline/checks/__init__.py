"""What looks wrong, which field is to blame, and what it should be.

A check is one function in its topic (form, arithmetic, chronology, claims, place, corpus, ...) that
yields problems and applies nothing; its docstring is what ``explain`` prints. ``rule`` and
``relation`` are what figures should keep, ``blame`` finds the fewest that can be wrong, and ``mend``
asks its mechanisms for the literal that was meant. Checks over the folder
see columns and cards only, never texts.
"""
