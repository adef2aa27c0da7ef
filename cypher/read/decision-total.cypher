// How many decisions match: there are few.
MATCH (d:Decision) WHERE
/* filters */
true
/* end */
RETURN count(d) AS total
