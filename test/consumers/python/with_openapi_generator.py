"""Asks the service at an address the main question with the client that openapi-generator made of it."""

import json
import sys

from on_record_client import ApiClient, ApiException, Configuration, StatementsApi
from on_record_client.models import Problem, QuoteType

statements = StatementsApi(ApiClient(Configuration(host=sys.argv[1])))

page = statements.list_statements(
    speaker=["Kurilla", "Trump"], about=["Pakistan"], quote_type=[QuoteType.DIRECT]
)
statement = page.items[0]
evidence = next(
    quotation.evidence[0]
    for quotation in statement.quotations
    if quotation.quote_type is QuoteType.DIRECT
)

try:
    statements.list_statements(speaker=["Kurila"])
    raise SystemExit("A misspelt name was taken.")
except ApiException as refused:
    problem = refused.data
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
                "next": page.next,
            },
            "problem": {"code": problem.code, "nearest": problem.errors[0].nearest},
        }
    )
)
