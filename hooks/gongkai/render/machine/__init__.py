"""What a page says to programs: JSON-LD, labels in <head>, the site map."""
