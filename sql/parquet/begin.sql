-- Makes the table that rows of a list are collected in: $columns are its columns with their types, as `from_json` has them.
CREATE TABLE item AS SELECT unnest(from_json('[]', $columns), max_depth := 2)
