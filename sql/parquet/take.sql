-- Takes rows in: $rows is their JSON.
INSERT INTO item SELECT unnest(from_json($rows, $columns), max_depth := 2)
