"""Bytes → text that may stand in a record."""
