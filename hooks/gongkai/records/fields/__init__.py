"""What fields are made of: small types, groups of fields, marks."""
