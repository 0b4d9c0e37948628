"""The desk of an office in a browser: Word files become a pair of pages, are mended, and handed in.

A page of the office, not of the public: it is served on this machine alone, or behind the office's own login.
"""
