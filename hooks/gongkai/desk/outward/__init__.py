"""Other sites, asked by night whether the pages are there that the column leads to."""
