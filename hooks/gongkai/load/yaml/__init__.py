"""YAML → values with their places in the file."""
