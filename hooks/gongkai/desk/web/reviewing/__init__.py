"""Who reviews what at the desk, and where their approvals come from."""
