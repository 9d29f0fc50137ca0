"""What was read against gold: precision, recall and F1, with examples of each confusion.

Gold files stand beside texts as ``NAME.gold.json``. The modules are read in this order: gold,
likeness, pairing, tally, doubt, score, telling.
"""
