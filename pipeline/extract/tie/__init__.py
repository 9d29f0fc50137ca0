"""Agreements between places: their days in sentences, labels and headings."""
