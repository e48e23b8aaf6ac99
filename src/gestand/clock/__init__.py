"""Legal time: periods, terms, deadlines, working days and the Dutch holiday table."""
