"""Register → what programs read: open data, rows of datasets, feeds, calendars, the log."""
