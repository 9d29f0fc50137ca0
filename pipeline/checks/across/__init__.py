"""Places against their neighbours: of one page, of one column, of the whole folder (X, F05)."""
