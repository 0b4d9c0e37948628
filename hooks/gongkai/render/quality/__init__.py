"""公开质量: the pages, tables and badges of the figures."""
