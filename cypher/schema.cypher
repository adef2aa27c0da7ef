// Constraints and indexes: an id is unique within its kind, and every list is read from an index in its order.
CREATE CONSTRAINT articleId IF NOT EXISTS FOR (n:Article) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT sourceId IF NOT EXISTS FOR (n:Source) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT changeId IF NOT EXISTS FOR (n:Change) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT decisionId IF NOT EXISTS FOR (n:Decision) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT entityId IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT mergedEntityId IF NOT EXISTS FOR (n:MergedEntity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT formerId IF NOT EXISTS FOR (n:FormerId) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT nameKey IF NOT EXISTS FOR (n:Name) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT roleId IF NOT EXISTS FOR (n:Role) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT eventId IF NOT EXISTS FOR (n:Event) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT relationId IF NOT EXISTS FOR (n:Relation) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT statementId IF NOT EXISTS FOR (n:Statement) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT quotationId IF NOT EXISTS FOR (n:Quotation) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT attributionId IF NOT EXISTS FOR (n:Attribution) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT mentionId IF NOT EXISTS FOR (n:Mention) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT evidenceId IF NOT EXISTS FOR (n:Evidence) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT accountId IF NOT EXISTS FOR (n:Account) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT unnamedTargetId IF NOT EXISTS FOR (n:UnnamedTarget) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT figureId IF NOT EXISTS FOR (n:Figure) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT excludedClaimId IF NOT EXISTS FOR (n:ExcludedClaim) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT eventReferenceId IF NOT EXISTS FOR (n:EventReference) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT changeVersion IF NOT EXISTS FOR (n:Change) REQUIRE n.version IS UNIQUE;
CREATE CONSTRAINT graphId IF NOT EXISTS FOR (n:Graph) REQUIRE n.id IS UNIQUE;

// The types of entity are listed by id, each from an index of its own.
CREATE INDEX personById IF NOT EXISTS FOR (n:Person) ON (n.id);
CREATE INDEX countryById IF NOT EXISTS FOR (n:Country) ON (n.id);
CREATE INDEX organizationById IF NOT EXISTS FOR (n:Organization) ON (n.id);
CREATE INDEX placeById IF NOT EXISTS FOR (n:Place) ON (n.id);
CREATE INDEX entityExternal IF NOT EXISTS FOR (n:Entity) ON (n.wikidata);
CREATE INDEX countryCode IF NOT EXISTS FOR (n:Country) ON (n.iso3166);
CREATE INDEX plainName IF NOT EXISTS FOR (n:Name) ON (n.plain);
CREATE INDEX roleKind IF NOT EXISTS FOR (n:Role) ON (n.kind);

// Statements are paged in the order of their sort key: from all of them, from one speaker's, from those about a target.
CREATE INDEX statementSortKey IF NOT EXISTS FOR (n:Statement) ON (n.sortKey);
CREATE INDEX statementByContest IF NOT EXISTS FOR (n:Statement) ON (n.isContested, n.sortKey);
CREATE INDEX unattributedStatement IF NOT EXISTS FOR (n:Statement) ON (n.isUnattributed, n.sortKey);
CREATE INDEX aboutTarget IF NOT EXISTS FOR ()-[r:ABOUT]-() ON (r.targetId, r.sortKey);
CREATE INDEX aboutTargetAs IF NOT EXISTS FOR ()-[r:ABOUT]-() ON (r.targetId, r.as, r.sortKey);
CREATE INDEX speaksAbout IF NOT EXISTS FOR ()-[r:SPEAKS_ABOUT]-() ON (r.speakerId, r.targetId, r.sortKey);
CREATE INDEX saidBySpeaker IF NOT EXISTS FOR ()-[r:SAID_BY]-() ON (r.speakerId, r.sortKey);
CREATE INDEX saidByPreferredSpeaker IF NOT EXISTS FOR ()-[r:SAID_BY]-() ON (r.speakerId, r.preferred, r.sortKey);
CREATE INDEX statementByAct IF NOT EXISTS FOR (n:Statement) ON (n.cameo, n.sortKey);
CREATE INDEX statementByPolarity IF NOT EXISTS FOR (n:Statement) ON (n.polarity, n.sortKey);

CREATE INDEX saidAtEvent IF NOT EXISTS FOR ()-[r:SAID_AT]-() ON (r.eventId, r.sortKey);

// The few that were said over several days are also found by how many, since they may have begun long before a day.
CREATE INDEX statementInterval IF NOT EXISTS FOR (n:Statement) ON (n.intervalKey);
CREATE INDEX aboutTargetInterval IF NOT EXISTS FOR ()-[r:ABOUT]-() ON (r.targetId, r.intervalKey);
CREATE INDEX speaksAboutInterval IF NOT EXISTS FOR ()-[r:SPEAKS_ABOUT]-() ON (r.speakerId, r.targetId, r.intervalKey);
CREATE INDEX saidIntervalBySpeaker IF NOT EXISTS FOR ()-[r:SAID_BY]-() ON (r.speakerId, r.intervalKey);
CREATE INDEX saidIntervalByPreferredSpeaker IF NOT EXISTS FOR ()-[r:SAID_BY]-() ON (r.speakerId, r.preferred, r.intervalKey);
CREATE INDEX saidIntervalAtEvent IF NOT EXISTS FOR ()-[r:SAID_AT]-() ON (r.eventId, r.intervalKey);

// Statements whose stored JSON has to be made anew: few, or none.
CREATE INDEX unrenderedStatement IF NOT EXISTS FOR (n:Statement) ON (n.unrendered);

// Events are paged in the same way: all, those of a kind, those of a participant, those at a place.
CREATE INDEX eventSortKey IF NOT EXISTS FOR (n:Event) ON (n.sortKey);
CREATE INDEX contestedEvent IF NOT EXISTS FOR (n:Event) ON (n.contestKey);
CREATE INDEX eventByKind IF NOT EXISTS FOR (n:Event) ON (n.kind, n.sortKey);
CREATE INDEX eventInterval IF NOT EXISTS FOR (n:Event) ON (n.intervalKey);
CREATE INDEX participant IF NOT EXISTS FOR ()-[r:PARTICIPANT]-() ON (r.entityId, r.sortKey);
CREATE INDEX participantByRole IF NOT EXISTS FOR ()-[r:PARTICIPANT]-() ON (r.entityId, r.role, r.sortKey);
CREATE INDEX participantInterval IF NOT EXISTS FOR ()-[r:PARTICIPANT]-() ON (r.entityId, r.intervalKey);
CREATE INDEX eventPlace IF NOT EXISTS FOR ()-[r:AT]-() ON (r.entityId, r.sortKey);

// Relations, mentions, evidence and accounts are paged by where they belong.
CREATE INDEX relationKey IF NOT EXISTS FOR (n:Relation) ON (n.key);
CREATE INDEX relationBySubject IF NOT EXISTS FOR (n:Relation) ON (n.subjectId, n.key);
CREATE INDEX relationByObject IF NOT EXISTS FOR (n:Relation) ON (n.objectId, n.key);
CREATE INDEX relationByPredicate IF NOT EXISTS FOR (n:Relation) ON (n.predicate, n.key);
CREATE INDEX mentionKey IF NOT EXISTS FOR (n:Mention) ON (n.key);
CREATE INDEX mentionByEntity IF NOT EXISTS FOR (n:Mention) ON (n.entityId, n.key);
CREATE INDEX mentionBySentence IF NOT EXISTS FOR (n:Mention) ON (n.sentence, n.entityId);
CREATE INDEX mentionByForm IF NOT EXISTS FOR (n:Mention) ON (n.form, n.key);
CREATE INDEX unresolvedMention IF NOT EXISTS FOR (n:Mention) ON (n.unresolved, n.key);
CREATE INDEX evidenceOfFact IF NOT EXISTS FOR ()-[r:SUPPORTS]-() ON (r.factId, r.key);
CREATE INDEX accountOfFact IF NOT EXISTS FOR ()-[r:TELLS_OF]-() ON (r.factId, r.key);
CREATE INDEX figureOfEvent IF NOT EXISTS FOR ()-[r:FIGURE_OF]-() ON (r.factId, r.key);
CREATE INDEX changeAt IF NOT EXISTS FOR (n:Change) ON (n.at);
CREATE INDEX openQuotation IF NOT EXISTS FOR (n:Quotation) ON (n.openId);
CREATE INDEX decisionKey IF NOT EXISTS FOR (n:Decision) ON (n.key);
CREATE INDEX decisionByKind IF NOT EXISTS FOR (n:Decision) ON (n.kind, n.key);
CREATE INDEX decisionByWriter IF NOT EXISTS FOR (n:Decision) ON (n.by, n.key);
CREATE INDEX articleByPublisher IF NOT EXISTS FOR (n:Article) ON (n.publisherKey, n.id);
CREATE INDEX authorOfArticle IF NOT EXISTS FOR ()-[r:AUTHORED_BY]-() ON (r.personId, r.articleId);

CREATE FULLTEXT INDEX statementText IF NOT EXISTS FOR (n:Statement|Quotation) ON EACH [n.text, n.exact]
  OPTIONS { indexConfig: { `fulltext.analyzer`: 'standard-folding' } };
// Quotations that may be of one statement share words, or a speaker and days; those of statements without an id of their own apart.
CREATE FULLTEXT INDEX quotationKeys IF NOT EXISTS FOR (n:Quotation) ON EACH [n.ownKeys, n.openKeys]
  OPTIONS { indexConfig: { `fulltext.analyzer`: 'whitespace' } };
CREATE FULLTEXT INDEX entityText IF NOT EXISTS FOR (n:Entity) ON EACH [n.name, n.aliases, n.nameWords, n.description]
  OPTIONS { indexConfig: { `fulltext.analyzer`: 'standard-folding' } };
CREATE FULLTEXT INDEX nameWords IF NOT EXISTS FOR (n:Name) ON EACH [n.words]
  OPTIONS { indexConfig: { `fulltext.analyzer`: 'standard-folding' } };
CREATE FULLTEXT INDEX eventText IF NOT EXISTS FOR (n:Event) ON EACH [n.label]
  OPTIONS { indexConfig: { `fulltext.analyzer`: 'standard-folding' } };
CREATE FULLTEXT INDEX articleText IF NOT EXISTS FOR (n:Article) ON EACH [n.title, n.text]
  OPTIONS { indexConfig: { `fulltext.analyzer`: 'standard-folding' } };
