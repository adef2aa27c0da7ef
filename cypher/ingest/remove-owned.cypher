// Removes facts that only this article stated, by kind and id.
CALL () {
  UNWIND $Quotation AS id MATCH (n:Quotation {id: id}) RETURN n
  UNION
  UNWIND $Attribution AS id MATCH (n:Attribution {id: id}) RETURN n
  UNION
  UNWIND $UnnamedTarget AS id MATCH (n:UnnamedTarget {id: id}) RETURN n
  UNION
  UNWIND $Evidence AS id MATCH (n:Evidence {id: id}) RETURN n
  UNION
  UNWIND $Account AS id MATCH (n:Account {id: id}) RETURN n
  UNION
  UNWIND $Figure AS id MATCH (n:Figure {id: id}) RETURN n
  UNION
  UNWIND $Mention AS id MATCH (n:Mention {id: id}) RETURN n
  UNION
  UNWIND $ExcludedClaim AS id MATCH (n:ExcludedClaim {id: id}) RETURN n
}
DETACH DELETE n
