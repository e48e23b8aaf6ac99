"""What people read: the statement as a page, the registers, the annex to a processing agreement."""
