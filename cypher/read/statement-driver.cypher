// What drives a list of statements: the most selective filter with an index of its own, in the order of that index.
//? if about & speaker & spanning
MATCH (s:Statement)-[about:ABOUT]->()
WHERE about.speakerId = $speaker AND about.targetId = $about AND about.spanKey > since AND about.spanKey < until
//? elif about & speaker
MATCH (s:Statement)-[about:ABOUT]->()
WHERE about.speakerId = $speaker AND about.targetId = $about AND about.sortKey > $low AND about.sortKey < $high
//? elif about & spanning
MATCH (s:Statement)-[about:ABOUT]->()
WHERE about.targetId = $about AND about.spanKey > since AND about.spanKey < until
//? elif about
MATCH (s:Statement)-[about:ABOUT]->()
WHERE about.targetId = $about AND about.sortKey > $low AND about.sortKey < $high
//? elif speaker & spanning
MATCH (s:Statement)
WHERE s.speakerId = $speaker AND s.spanKey > since AND s.spanKey < until
//? elif speaker
MATCH (s:Statement)
WHERE s.speakerId = $speaker AND s.sortKey > $low AND s.sortKey < $high
//? elif anySpeaker & spanning
MATCH (s:Statement)-[said:SAID_BY]->()
WHERE said.speakerId = $anySpeaker AND said.spanKey > since AND said.spanKey < until
//? elif anySpeaker
MATCH (s:Statement)-[said:SAID_BY]->()
WHERE said.speakerId = $anySpeaker AND said.sortKey > $low AND said.sortKey < $high
//? elif spanning
MATCH (s:Statement)
WHERE s.spanKey > since AND s.spanKey < until
//? elif contested
MATCH (s:Statement)
WHERE s.contested = true AND s.sortKey > $low AND s.sortKey < $high
//? elif actDriven
MATCH (s:Statement)
WHERE s.cameo = code AND s.sortKey > $low AND s.sortKey < $high
//? elif stanceDriven
MATCH (s:Statement)
WHERE s.stance = $stance AND s.sortKey > $low AND s.sortKey < $high
//? else
MATCH (s:Statement)
WHERE s.sortKey > $low AND s.sortKey < $high
//? end
