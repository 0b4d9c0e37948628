"""The law as code: rules, the duties they make, the figures that count both."""
