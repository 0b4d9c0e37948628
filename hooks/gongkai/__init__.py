"""政务公开专栏 — the domain and the stages, in the order the data walks.

load → validate → register → checks → render → feeds → search → pipeline.
Nothing in this package knows the site generator; ``hooks/build.py`` does.
"""
