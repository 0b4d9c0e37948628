"""What pages ask of the column while they are made, kept and asked again in the next build."""
