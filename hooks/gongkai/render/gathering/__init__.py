"""Pages of their own that gather records."""
