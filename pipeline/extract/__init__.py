"""Profile to values to record: what each statement says of the place.

Labelled lines and cells (labelled), measures that stand alone (bare), sentences (prose, with
pattern, subject and elsewhere deciding whose a figure is), agreements (ties) and claims give
candidates; ``assemble`` puts the best of each field in force and keeps the rest; ``remainder``
keeps every figure that nothing has claimed, so that no number of a text is dropped.
"""
