// What drives a list of statements: the most selective filter with an index of its own, in the order of that index.
//? if about & speaker & multiDay
MATCH (s:Statement)-[about:ABOUT]->()
WHERE about.speakerId = $speaker AND about.targetId = $about AND about.intervalKey > since AND about.intervalKey < until
//? elif about & speaker
MATCH (s:Statement)-[about:ABOUT]->()
WHERE about.speakerId = $speaker AND about.targetId = $about AND about.sortKey > $low AND about.sortKey < $high
//? elif about & multiDay
MATCH (s:Statement)-[about:ABOUT]->()
WHERE about.targetId = $about AND about.intervalKey > since AND about.intervalKey < until
//? elif about
MATCH (s:Statement)-[about:ABOUT]->()
WHERE about.targetId = $about AND about.sortKey > $low AND about.sortKey < $high
//? elif speaker & multiDay
MATCH (s:Statement)
WHERE s.speakerId = $speaker AND s.intervalKey > since AND s.intervalKey < until
//? elif speaker
MATCH (s:Statement)
WHERE s.speakerId = $speaker AND s.sortKey > $low AND s.sortKey < $high
//? elif anySpeaker & multiDay
MATCH (s:Statement)-[said:SAID_BY]->()
WHERE said.speakerId = $anySpeaker AND said.intervalKey > since AND said.intervalKey < until
//? elif anySpeaker
MATCH (s:Statement)-[said:SAID_BY]->()
WHERE said.speakerId = $anySpeaker AND said.sortKey > $low AND said.sortKey < $high
//? elif multiDay
MATCH (s:Statement)
WHERE s.intervalKey > since AND s.intervalKey < until
//? elif contested
MATCH (s:Statement)
WHERE s.contested = true AND s.sortKey > $low AND s.sortKey < $high
//? elif actDriven
MATCH (s:Statement)
WHERE s.cameo = code AND s.sortKey > $low AND s.sortKey < $high
//? elif polarityDriven
MATCH (s:Statement)
WHERE s.polarity = $polarity AND s.sortKey > $low AND s.sortKey < $high
//? else
MATCH (s:Statement)
WHERE s.sortKey > $low AND s.sortKey < $high
//? end
