// Notes what the commit of a version touches.
CREATE (c:Change {version: $version})
SET c += $touched
