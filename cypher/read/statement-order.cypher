// The order of the index that drives a list of statements: it names all properties of the index, or all would be sorted.
//? if oldest
  //? if about & speaker & multiDay
  ORDER BY about.speakerId, about.targetId, about.intervalKey
  //? elif about & speaker
  ORDER BY about.speakerId, about.targetId, about.sortKey
  //? elif about & multiDay
  ORDER BY about.targetId, about.intervalKey
  //? elif about
  ORDER BY about.targetId, about.sortKey
  //? elif speaker & multiDay
  ORDER BY s.speakerId, s.intervalKey
  //? elif speaker
  ORDER BY s.speakerId, s.sortKey
  //? elif anySpeaker & multiDay
  ORDER BY said.speakerId, said.intervalKey
  //? elif anySpeaker
  ORDER BY said.speakerId, said.sortKey
  //? elif multiDay
  ORDER BY s.intervalKey
  //? elif contested
  ORDER BY s.contested, s.sortKey
  //? elif actDriven
  ORDER BY s.cameo, s.sortKey
  //? elif polarityDriven
  ORDER BY s.polarity, s.sortKey
  //? else
  ORDER BY s.sortKey
  //? end
//? else
  //? if about & speaker & multiDay
  ORDER BY about.speakerId DESC, about.targetId DESC, about.intervalKey DESC
  //? elif about & speaker
  ORDER BY about.speakerId DESC, about.targetId DESC, about.sortKey DESC
  //? elif about & multiDay
  ORDER BY about.targetId DESC, about.intervalKey DESC
  //? elif about
  ORDER BY about.targetId DESC, about.sortKey DESC
  //? elif speaker & multiDay
  ORDER BY s.speakerId DESC, s.intervalKey DESC
  //? elif speaker
  ORDER BY s.speakerId DESC, s.sortKey DESC
  //? elif anySpeaker & multiDay
  ORDER BY said.speakerId DESC, said.intervalKey DESC
  //? elif anySpeaker
  ORDER BY said.speakerId DESC, said.sortKey DESC
  //? elif multiDay
  ORDER BY s.intervalKey DESC
  //? elif contested
  ORDER BY s.contested DESC, s.sortKey DESC
  //? elif actDriven
  ORDER BY s.cameo DESC, s.sortKey DESC
  //? elif polarityDriven
  ORDER BY s.polarity DESC, s.sortKey DESC
  //? else
  ORDER BY s.sortKey DESC
  //? end
//? end
