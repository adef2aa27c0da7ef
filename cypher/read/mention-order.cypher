// The order of the index that drives a list of mentions.
//? if entity
ORDER BY m.entityId, m.key
//? elif unresolved
ORDER BY m.unresolved, m.key
//? elif form
ORDER BY m.form, m.key
//? else
ORDER BY m.key
//? end
