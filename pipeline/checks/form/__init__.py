"""One value as it is written: whether it can be, and whether it is of the kind its label asks for (F)."""
