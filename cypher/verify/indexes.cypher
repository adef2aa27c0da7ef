// The indexes that are there, with the constraint that each belongs to.
SHOW INDEXES YIELD name, state, labelsOrTypes, properties, owningConstraint
RETURN name, state, labelsOrTypes, properties, owningConstraint
