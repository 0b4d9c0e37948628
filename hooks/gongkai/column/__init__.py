"""Raw documents → one Register: records validated, named, linked, and held to what was announced."""
