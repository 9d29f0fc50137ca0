"""What a text claims about its place beside others, against the figures: ratios, ranks, directions (C)."""
