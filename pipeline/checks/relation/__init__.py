"""The relations that figures should keep, as values that checks test and corrections obey."""
