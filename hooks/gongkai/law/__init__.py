"""Register → problems, duties, figures: every rule with its words, its code and its examples."""
