"""规则手册: pages, files and search words of the rules."""
