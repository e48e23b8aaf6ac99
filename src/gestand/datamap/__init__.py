"""Where it is: the data map, and what it looks like once tied to the databases."""
