"""Bytes to document to lines to profiles: structure, before meaning."""
