"""The record types, one file each; found by looking."""
