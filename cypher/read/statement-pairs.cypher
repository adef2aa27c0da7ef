// Pairs of speaker and target of statements that match every filter given; the speaker may be null.
//? include read/statement-match
//? if anyAttribution
WITH s
OPTIONAL MATCH (s)-[by:SAID_BY]->()
  //? if anySpeaker
WHERE by.speakerId = $anySpeaker
  //? end
WITH s, by.speakerId AS source
//? else
WITH s, s.speakerId AS source
//? end
MATCH (s)-[to:ABOUT]->()
//? if about
WHERE to.targetId = $about
//? end
WITH s AS fact, source, to.targetId AS target
