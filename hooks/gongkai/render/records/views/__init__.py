"""What a page of each type shows, worked out from the Register for its template."""
