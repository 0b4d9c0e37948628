"""CSV files of datasets: every row read once and judged."""
