"""政务公开专栏 · a district's column: rooms in the order the data walks, drawn in docs/architecture.md.

common → text → records → load → column → settings → gate → law → search → exports → render → pipeline
→ release → desk. A room imports only from those before it. Nothing in this package knows the site
generator; ``hooks/build.py`` does.
"""
