"""Register → duties: what each unit owes the public and by when, found by looking."""
