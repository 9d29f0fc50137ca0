"""Bytes to text: which encoding they are in, how sure that is, and what is damaged."""
