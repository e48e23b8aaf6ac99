"""Every figure that gestand publishes, measured beside hand-written code in the same run."""
