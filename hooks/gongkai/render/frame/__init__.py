"""What stands around every page, and how pages are written."""
