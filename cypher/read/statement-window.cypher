// The statements at one end of the driving index that match the other filters.
//? include read/statement-driver
WITH *
//? include read/statement-order
LIMIT $scan
WHERE true
//? include read/statement-filters
