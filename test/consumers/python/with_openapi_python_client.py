"""Asks the service at an address the main question with the client that was generated from it."""

import json
import sys

from on_record_client import Client
from on_record_client.api.statements import list_statements
from on_record_client.models import Problem, QuoteType, StatementPage

client = Client(base_url=sys.argv[1], raise_on_unexpected_status=True)

page = list_statements.sync(
    client=client, speaker=["Kurilla", "Trump"], about=["Pakistan"], quote_type=[QuoteType.DIRECT]
)
assert isinstance(page, StatementPage), page
statement = page.items[0]
evidence = next(
    quotation.evidence[0]
    for quotation in statement.quotations
    if quotation.quote_type is QuoteType.DIRECT
)

problem = list_statements.sync(client=client, speaker=["Kurila"])
assert isinstance(problem, Problem), problem

print(
    json.dumps(
        {
            "answer": {
                "statements": len(page.items),
                "id": statement.id,
                "speaker": statement.speakers[0].id,
                "about": statement.about[0].id,
                "text": evidence.exact,
                "start": evidence.start,
                "end": evidence.end,
                "next": page.next_,
            },
            "problem": {
                "code": problem.code.value,
                "nearest": problem.errors[0].nearest,
            },
            "edtf": str(type(statement.said).__annotations__["edtf"]),
        }
    )
)
