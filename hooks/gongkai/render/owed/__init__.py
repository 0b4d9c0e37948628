"""谁欠什么: the duty matrix, a sheet for each unit and each duty, and what is missing."""
