"""An answer for machines: schema.org QAPage, with what it rests on and whether that holds."""

from __future__ import annotations

from gongkai.column.answers import Answer
from gongkai.column.register import Register
from gongkai.common.printable import one_line, xml_text
from gongkai.render.machine.nodes import Node, as_script, named, of_units


def answer_json_ld(answer: Answer, register: Register) -> str:
    """The page of an answer as one line of JSON; ``creativeWorkStatus`` is its state on the day."""
    asked, root = answer.asked, register.column.root
    address, author = root + answer.url, of_units(answer.units, register)
    given = {
        "@type": "Answer",
        "@id": f"{address}#da",
        "url": f"{address}#da",
        "text": xml_text(asked.answer),
        "dateCreated": asked.day.isoformat(),
        "creativeWorkStatus": answer.state.value,
        "author": author,
        "citation": [_citation(answer, at, register) for at in range(len(answer.bases))],
        "isBasedOn": [root + each.place for each in (asked, *answer.also)],
    }
    question: Node = {
        "@type": "Question",
        "@id": f"{address}#wen",
        "url": address,
        "name": one_line(asked.question),
        "dateCreated": asked.day.isoformat(),
        "answerCount": 1,
        "acceptedAnswer": given,
    }
    page = {"@context": "https://schema.org", "@type": "QAPage", "@id": address, "url": address}
    return as_script({**page, "inLanguage": "zh-CN", "publisher": author, "mainEntity": question})


def _citation(answer: Answer, at: int, register: Register) -> Node:
    """The document and its article as it stands today."""
    basis = answer.bases[at]
    made = named(basis.policy, register)
    force = "InForce" if basis.standing.in_force else "NotInForce"
    articles = "、".join(each.label for each in basis.cited)
    return {
        **made,
        "url": register.column.root + basis.address,
        "legislationLegalForce": f"https://schema.org/{force}",
        "pagination": one_line(articles),
    }
