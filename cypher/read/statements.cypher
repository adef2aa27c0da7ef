// Statements that match every filter given: one page in the order of the sort key.
//? include read/statement-match
//? if searched
WITH s
  //? if oldest
  ORDER BY s.sortKey
  //? else
  ORDER BY s.sortKey DESC
  //? end
//? elif about & speaker
WITH s, about
  //? if oldest
  ORDER BY about.speakerId, about.targetId, about.sortKey
  //? else
  ORDER BY about.speakerId DESC, about.targetId DESC, about.sortKey DESC
  //? end
//? elif about
WITH s, about
  //? if oldest
  ORDER BY about.targetId, about.sortKey
  //? else
  ORDER BY about.targetId DESC, about.sortKey DESC
  //? end
//? elif speaker
WITH s
  //? if oldest
  ORDER BY s.speakerId, s.sortKey
  //? else
  ORDER BY s.speakerId DESC, s.sortKey DESC
  //? end
//? elif anySpeaker
WITH s, said
  //? if oldest
  ORDER BY said.speakerId, said.sortKey
  //? else
  ORDER BY said.speakerId DESC, said.sortKey DESC
  //? end
//? elif contested
WITH s
  //? if oldest
  ORDER BY s.contested, s.sortKey
  //? else
  ORDER BY s.contested DESC, s.sortKey DESC
  //? end
//? else
WITH s
  //? if oldest
  ORDER BY s.sortKey
  //? else
  ORDER BY s.sortKey DESC
  //? end
//? end
LIMIT $limit
//? include read/statement-item
