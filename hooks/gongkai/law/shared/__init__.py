"""What several rules share: names, places, texts and numbers of a column."""
