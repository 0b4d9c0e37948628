"""Tools that know no record: messages, personal numbers, working days, papers, CSV, discovery."""
