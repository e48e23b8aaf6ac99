"""The sections of a statement's page, one file each: the statement in, the section or nothing out."""
