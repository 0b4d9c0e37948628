"""Templates held against the types of what they are given, and against where they print it."""
