"""dateparser's search at the batch door: one JSON article a line in, one JSON line of expressions out."""

from __future__ import annotations

import json
import sys
from datetime import datetime

from dateparser.search import search_dates

for line in sys.stdin:
    article = json.loads(line)
    settings = {"RELATIVE_BASE": datetime.fromisoformat(article["date"])}
    found = search_dates(article["text"], languages=["en"], settings=settings) or []
    expressions = [{"text": text, "value": moment.date().isoformat()} for text, moment in found]
    print(json.dumps({"id": article["id"], "expressions": expressions}))
