"""Labels and their values: which field a label names, and which literal the field holds."""
