"""Old text to draft: a source becomes a document, the document segments, the segments facts, the facts a draft.

`source.read_source(path)` or `source.document_of(raw, name)`, then `segments.segments_of(document)`, then
`facts.facts_of(segments, document)`; each is pure but for `read_source`, which opens the file.
"""
