"""What an editor or engineer runs: commands, reports, forms, the reference."""
