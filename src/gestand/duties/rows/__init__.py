"""What may happen to the rows of a table: promises, laws, holds and children weighed; duties share it."""
