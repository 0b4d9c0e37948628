"""Lists of records, whole and narrowed."""
