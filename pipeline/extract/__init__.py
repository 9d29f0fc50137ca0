"""Profile to values to record: what each statement says of the place."""
