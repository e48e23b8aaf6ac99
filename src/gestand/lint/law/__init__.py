"""What rules look up: dated tables, in our own words, each row with its source."""
