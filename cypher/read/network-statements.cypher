// Edges from speakers to what they speak about: the statements that match every filter given.
//? include read/statement-pairs
WHERE source IS NOT NULL
WITH fact, source, target, false AS mutual, fact.actLabel AS label
//? include read/edge-item
