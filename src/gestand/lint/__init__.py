"""Are the words right? Rules, one file each, that judge a statement or a published text against the law."""
