// The nodes `n` of one kind.
//? if Article
MATCH (n:Article)
//? elif Entity
MATCH (n:Entity)
//? elif Name
MATCH (n:Name)
//? elif Event
MATCH (n:Event)
//? elif Relation
MATCH (n:Relation)
//? elif Role
MATCH (n:Role)
//? elif Statement
MATCH (n:Statement)
//? elif Quotation
MATCH (n:Quotation)
//? elif Attribution
MATCH (n:Attribution)
//? elif Evidence
MATCH (n:Evidence)
//? elif Mention
MATCH (n:Mention)
//? elif ExcludedClaim
MATCH (n:ExcludedClaim)
//? else
MATCH (n:Graph)
//? end
