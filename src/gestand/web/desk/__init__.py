"""What the pages of the desk show, worked out before a template sees it."""
