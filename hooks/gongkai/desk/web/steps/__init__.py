"""What the desk shows and does, step by step."""
