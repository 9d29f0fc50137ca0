"""What looks wrong, which field is to blame, and what it should be."""
