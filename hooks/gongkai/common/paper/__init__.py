"""A document as blocks → Markdown, Word, PDF: the same words in every form, the same bytes on every run.

Knows no record: forms and reports of units say what goes on the paper.
"""
