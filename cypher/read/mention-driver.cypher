// What drives a list of mentions: whom they mean, whether that is known, how they refer to it.
//? if entity
MATCH (m:Mention)
WHERE m.entityId = $entity AND m.key > $low AND m.key < $high
//? elif unresolved
MATCH (m:Mention)
WHERE m.unresolved = true AND m.key > $low AND m.key < $high
//? elif form
MATCH (m:Mention)
WHERE m.form = $form AND m.key > $low AND m.key < $high
//? else
MATCH (m:Mention)
WHERE m.key > $low AND m.key < $high
//? end
WITH m
//? include read/mention-order
