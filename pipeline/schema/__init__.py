"""What a place profile can say: one declaration per fact, read aloud in ``place.py``."""
