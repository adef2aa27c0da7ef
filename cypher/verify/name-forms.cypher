// Names with the forms of their keys.
MATCH (n:Name) WHERE n.key IN $ids
RETURN n.key AS id, n.plain AS plain, n.words AS words
