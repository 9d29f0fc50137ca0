"""What of a text the reading could not use: bytes, characters, labels, figures without an owner (T, F01)."""
