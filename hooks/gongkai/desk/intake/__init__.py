"""Files of an office → a draft of their record, the scaffold of its interpretation, tables of rows.

What was taken is shown with its place, what is not in the file is asked and never invented.
"""
