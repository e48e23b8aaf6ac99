"""Facts to a draft statement.yaml: every field with its quote, method and doubt as a comment beside it."""
