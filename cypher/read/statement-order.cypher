// The order of the index that drives a list of statements: it names all properties of the index, or all would be sorted.
//? if oldest
  //? if about & speaker & spanning
  ORDER BY about.speakerId, about.targetId, about.spanKey
  //? elif about & speaker
  ORDER BY about.speakerId, about.targetId, about.sortKey
  //? elif about & spanning
  ORDER BY about.targetId, about.spanKey
  //? elif about
  ORDER BY about.targetId, about.sortKey
  //? elif speaker & spanning
  ORDER BY s.speakerId, s.spanKey
  //? elif speaker
  ORDER BY s.speakerId, s.sortKey
  //? elif anySpeaker & spanning
  ORDER BY said.speakerId, said.spanKey
  //? elif anySpeaker
  ORDER BY said.speakerId, said.sortKey
  //? elif spanning
  ORDER BY s.spanKey
  //? elif contested
  ORDER BY s.contested, s.sortKey
  //? elif actDriven
  ORDER BY s.cameo, s.sortKey
  //? elif stanceDriven
  ORDER BY s.stance, s.sortKey
  //? else
  ORDER BY s.sortKey
  //? end
//? else
  //? if about & speaker & spanning
  ORDER BY about.speakerId DESC, about.targetId DESC, about.spanKey DESC
  //? elif about & speaker
  ORDER BY about.speakerId DESC, about.targetId DESC, about.sortKey DESC
  //? elif about & spanning
  ORDER BY about.targetId DESC, about.spanKey DESC
  //? elif about
  ORDER BY about.targetId DESC, about.sortKey DESC
  //? elif speaker & spanning
  ORDER BY s.speakerId DESC, s.spanKey DESC
  //? elif speaker
  ORDER BY s.speakerId DESC, s.sortKey DESC
  //? elif anySpeaker & spanning
  ORDER BY said.speakerId DESC, said.spanKey DESC
  //? elif anySpeaker
  ORDER BY said.speakerId DESC, said.sortKey DESC
  //? elif spanning
  ORDER BY s.spanKey DESC
  //? elif contested
  ORDER BY s.contested DESC, s.sortKey DESC
  //? elif actDriven
  ORDER BY s.cameo DESC, s.sortKey DESC
  //? elif stanceDriven
  ORDER BY s.stance DESC, s.sortKey DESC
  //? else
  ORDER BY s.sortKey DESC
  //? end
//? end
