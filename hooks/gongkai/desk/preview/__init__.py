"""Files as they are, with their faults → every page that can be made of them, marked as a preview."""
