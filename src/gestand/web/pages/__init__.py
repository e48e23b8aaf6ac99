"""One file for each page, with the paths it answers in `PAGES`."""
