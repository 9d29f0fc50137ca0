"""Figures against reference data, which are shown beside the text and never put in its stead (E)."""
