"""No result hangs on the order of a set or of a directory: whatever is gone through has an order of its own.

A set, as far as the source shows it to be one, is sorted before it is gone through, unless the result is a
set again, or one value that no order changes. What a folder holds is sorted where it is asked for.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

import pytest

from .sources import nodes, trees

SETS = {"set", "frozenset", "Set", "AbstractSet"}
#: what gives the same for any order
FREE = {"sorted", "set", "frozenset", "any", "all", "len", "sum", "min", "max"}
#: what keeps the order it is given
KEEPING = {
    "list", "tuple", "enumerate", "zip", "map", "filter", "iter", "next", "dict", "join", "fromkeys",
    "extend", "chain", "from_iterable", "Counter",
}  # fmt: skip
LISTINGS = {"iterdir", "glob", "rglob", "listdir", "scandir", "os.walk"}
#: listings whose order nobody sees, each with its reason
UNSEEN = {
    # the tree sorts what it read before it hands it on
    "gongkai/load/tree.py": {"scandir"},
    # folders and names are sorted as it goes down
    "gongkai/common/program.py": {"walk"},
    # what is swept away or moved aside
    "gongkai/release/__init__.py": {"iterdir"},
    "gongkai/release/state.py": {"iterdir"},
}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def _called(node: ast.AST) -> str:
    """The last name of what is called; nothing where nothing is."""
    called = node.func if isinstance(node, ast.Call) else None
    return called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")


def _is_set_type(annotation: ast.expr | None) -> bool:
    outer = annotation.value if isinstance(annotation, ast.Subscript) else annotation
    return isinstance(outer, ast.Name) and outer.id in SETS


def _typed(trees: dict[str, ast.Module]) -> set[str]:
    """Names of attributes and functions that are sets wherever they are declared."""
    found: dict[str, set[bool]] = {}
    for node in (node for tree in trees.values() for node in nodes(tree)):
        if isinstance(node, Function):
            found.setdefault(node.name, set()).add(_is_set_type(node.returns))
        elif isinstance(node, ast.AnnAssign):
            name = getattr(node.target, "attr", getattr(node.target, "id", ""))
            found.setdefault(name, set()).add(_is_set_type(node.annotation))
    return {name for name, kinds in found.items() if kinds == {True}}


class Sets(ast.NodeVisitor):
    """Collects the places of one file where a set or a folder is gone through in no order."""

    def __init__(self, tree: ast.Module, typed: set[str]) -> None:
        self.typed = typed
        self.known: list[set[str]] = [set()]
        self.free: set[ast.AST] = set()
        self.found: list[str] = []
        self.visit(tree)

    def is_set(self, node: ast.AST) -> bool:
        if isinstance(node, ast.Set | ast.SetComp):
            return True
        if isinstance(node, ast.Name):
            return any(node.id in names for names in self.known)
        if isinstance(node, ast.Call):
            return _called(node) in {"set", "frozenset", "intersection", "difference"} | self.typed
        if isinstance(node, ast.Attribute):
            return node.attr in self.typed
        if isinstance(node, ast.IfExp):
            return self.is_set(node.body) or self.is_set(node.orelse)
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr | ast.BitAnd | ast.Sub | ast.BitXor):
            return any(self.is_set(side) or _called(side) == "keys" for side in (node.left, node.right))
        return False

    def visit(self, node: ast.AST) -> None:
        """Notes what the node goes through, and what it makes known, then looks into it."""
        if isinstance(node, Function):
            arguments = (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
            self.known.append({each.arg for each in arguments if _is_set_type(each.annotation)})
        elif isinstance(node, ast.Call):
            self._call(node)
        elif isinstance(node, ast.SetComp):
            self.free |= {each.iter for each in node.generators}
        else:
            self._through(node)
        self.generic_visit(node)
        if isinstance(node, Function):
            self.known.pop()
        elif isinstance(node, ast.Assign) and self.is_set(node.value):
            self.known[-1] |= {each.id for each in node.targets if isinstance(each, ast.Name)}
        elif isinstance(node, ast.AnnAssign) and _is_set_type(node.annotation):
            self.known[-1] |= {node.target.id} if isinstance(node.target, ast.Name) else set()

    def _through(self, node: ast.AST) -> None:
        through: list[ast.expr] = []
        if isinstance(node, ast.For):
            through = [node.iter]
        elif isinstance(node, ast.YieldFrom):
            through = [node.value]
        elif isinstance(node, ast.ListComp | ast.DictComp | ast.GeneratorExp) and node not in self.free:
            through = [each.iter for each in node.generators]
        elif isinstance(node, ast.List | ast.Tuple):
            through = [each.value for each in node.elts if isinstance(each, ast.Starred)]
        self._note(through)

    def _call(self, node: ast.Call) -> None:
        name = _called(node)
        self._note([each.value for each in node.args if isinstance(each, ast.Starred)])
        if name in KEEPING:
            self._note(node.args)
        if name in FREE:
            self.free |= {*node.args, *(part for each in node.args for part in _listed(each))}
        elif node not in self.free and {name, ast.unparse(node.func)} & LISTINGS:
            self.found.append(name)

    def _note(self, through: Sequence[ast.expr]) -> None:
        self.found += [ast.unparse(each) for each in through if self.is_set(each)]


def _listed(node: ast.AST) -> Iterator[ast.AST]:
    """What a comprehension goes through: free where its result is."""
    if isinstance(node, ast.GeneratorExp | ast.ListComp):
        yield from (each.iter for each in node.generators)


def test_sets_and_folders_are_gone_through_in_an_order():
    typed = _typed(trees())
    found = {file: {*Sets(tree, typed).found} - UNSEEN.get(file, set()) for file, tree in trees().items()}
    assert {file: sorted(places) for file, places in found.items() if places} == {}


def test_every_exception_is_used():
    assert [file for file, calls in UNSEEN.items() if not calls <= {*Sets(trees()[file], set()).found}] == []


@pytest.mark.parametrize(
    "text",
    [
        "for each in {1, 2}: print(each)",
        "def f(names: set[str]): return list(names)",
        "def f(names: frozenset[str]): return [n for n in names]",
        "def f(a, b):\n    both = set(a) & b\n    return ', '.join(both)",
        "def f(a):\n    found: set[str] = set(a)\n    return (*found,)",
        "def f(a, b): return [each for each in a.keys() & b]",
        "class A:\n    days: frozenset[int]\n    def f(self): return tuple(self.days)",
        "def days() -> set[int]: ...\ndef f():\n    for day in days(): yield day",
        "def f(a): yield from set(a)",
        "def f(a): return dict.fromkeys(set(a))",
        "for path in folder.iterdir(): print(path)",
        "files = [path for path in folder.glob('*.md')]",
        "import os\nnames = os.listdir('.')",
    ],
)
def test_what_has_no_order_is_found(text):
    tree = ast.parse(text)
    assert Sets(tree, _typed({"one": tree})).found != []


@pytest.mark.parametrize(
    "text",
    [
        "for each in sorted({1, 2}): print(each)",
        "def f(names: set[str]): return {n.lower() for n in names}",
        "def f(names: set[str]): return any(n.isascii() for n in names)",
        "size = sum(path.stat().st_size for path in folder.rglob('*'))",
        "names = sorted(path.name for path in folder.iterdir())",
        "def f(names: list[str]): return list(names)",
        "def f(names: set[str]): ...\ndef g(names): return list(names)",
    ],
)
def test_what_has_an_order_is_not(text):
    tree = ast.parse(text)
    assert Sets(tree, _typed({"one": tree})).found == []
