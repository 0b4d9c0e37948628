"""Released columns → a city: each built as a job of its own, kept, put on shelves, and read together."""
