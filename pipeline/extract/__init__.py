"""Profile to values to record: what each statement says of the place.

Labels and cells (``labelled``), measures that stand alone (``bare``), sentences (``prose``), agreements
(``tie``) and comparisons (``claim``) give candidates; ``naming`` says whose they are; ``assemble`` puts
the best of each field in force and keeps the rest; ``account`` keeps every figure that nothing has
claimed, so that no number of a text is dropped.
"""
