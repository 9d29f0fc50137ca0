"""Facts told in sentences: their rows, whose a figure is, as of when it holds."""
