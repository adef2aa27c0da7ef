// The filters of articles that do not drive the list.
//? if publishedFrom
  AND a.publishedLatest >= $publishedFrom
//? end
//? if publishedTo
  AND a.publishedEarliest <= $publishedTo
//? end
