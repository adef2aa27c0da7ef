// How many relations what counts them looks at.
//? if article
RETURN 0 AS looked
//? else
//? include read/relation-driver
RETURN count(*) AS looked
//? end
