"""What a document states of itself: its effect, its term, what it repeals, rests on and refers to."""

from gongkai.text.facts.basis import Basis, bases
from gongkai.text.facts.effect import Effective, Term, effects, terms
from gongkai.text.facts.headings import headings
from gongkai.text.facts.named import Named, named
from gongkai.text.facts.numbering import Misnumbered, Reference, misnumbered, references
from gongkai.text.facts.repeal import Extent, Repeal, repeals
from gongkai.text.facts.sentences import Sentence, sentences

__all__ = [
    "Basis", "Effective", "Extent", "Misnumbered", "Named", "Reference", "Repeal", "Sentence", "Term",
    "bases", "effects", "headings", "misnumbered", "named", "references", "repeals", "sentences", "terms",
]  # fmt: skip
