"""Every rule of the column, one file a rule, found by looking."""
