"""Which values and branches of templates were passed: each place is noted as it is printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import nodes

from gongkai.render.frame.templates import environment
from template_contract.standins import Same

#: template, line, number among the places of the template
Place = tuple[str, int, int]
#: before the name of a macro, among the names that decide: what it is called with does
CALLED = "调用 "
#: the same of a block: what decides in the template that has it, when another fills it
FILLED = CALLED + "块 "


class Noting(jinja2.Environment):
    """Jinja that knows every place where a value is printed or a branch begins, and which were passed."""

    places: set[Place]
    #: macro → the names in what it is called with
    calls: dict[str, set[str]]
    passed: set[Place]
    #: place → the names that decide whether it is passed
    deciding: dict[Place, set[str]]
    #: last name of a path → the words and paths that templates compare it with
    compared: dict[str, list[Any]]

    def _generate(self, source: nodes.Template, name: Any, filename: Any, defer_init: bool = False) -> str:
        for word, value in compared(source):
            self.compared.setdefault(word, []).append(value)
        sources = _sources(source)
        deciding = dict(_deciding(source, sources, set()))
        for macro, names in _calls(source, sources, deciding):
            self.calls.setdefault(macro, set()).update(names)
        for number, (line, put, node) in enumerate([*_choices(source), *_values(source), *_branches(source)]):
            place = (str(name), line, number)
            self.places.add(place)
            self.deciding[place] = deciding[id(node)]
            put(place)
        return super()._generate(source, name, filename, defer_init)

    def decides(self, place: Place) -> set[str]:
        """The names that decide whether a place is passed, through all calls of macros."""
        found: set[str] = set()
        new = set(self.deciding[place])
        while new:
            found |= new
            macros = (name.removeprefix(CALLED) for name in new if name.startswith(CALLED))
            new = {name for macro in macros for name in self.calls.get(macro, ())} - found
        return found


def compared(tree: nodes.Template) -> Iterator[tuple[str, Any]]:
    """(name, word or path) of everything a template compares."""
    for found in tree.find_all(nodes.Compare):
        name = _path(found.expr).rpartition(".")[2]
        for each in found.ops:
            words = each.expr.items if isinstance(each.expr, nodes.Tuple) else [each.expr]
            yield from ((name, word.value) for word in words if isinstance(word, nodes.Const))
            if each.op == "eq" and "." in (other := _path(each.expr)):
                yield name, Same(other)
            if isinstance(found.expr, nodes.Const):  # "{" in each.address
                yield _path(each.expr).rpartition(".")[2], found.expr.value


def _path(node: nodes.Node) -> str:
    if isinstance(node, nodes.Getattr):
        return f"{_path(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else ""


def _names(node: nodes.Node, sources: Mapping[str, set[str]]) -> set[str]:
    """The names in an expression, and those that its own names were made of."""
    found = {each.attr for each in (node, *node.find_all(nodes.Getattr)) if isinstance(each, nodes.Getattr)}
    for each in (node, *node.find_all(nodes.Name)):
        if isinstance(each, nodes.Name):
            found |= {each.name, *sources.get(each.name, ())}
    return found


def _sources(tree: nodes.Template) -> dict[str, set[str]]:
    """Name that a template sets or walks with → the names it comes from."""
    found: dict[str, set[str]] = {}
    pairs: list[tuple[nodes.Node, nodes.Node]] = [
        (each.target, each.node) for each in tree.find_all(nodes.Assign)
    ]
    pairs += [(each.target, each.iter) for each in tree.find_all(nodes.For)]
    for target, value in sorted(pairs, key=lambda pair: pair[0].lineno):
        for name in (target, *target.find_all(nodes.Name)):
            if isinstance(name, nodes.Name):
                found.setdefault(name.name, set()).update(_names(value, found))
    return found


def _deciding(
    node: nodes.Node, sources: Mapping[str, set[str]], names: set[str]
) -> Iterator[tuple[int, set[str]]]:
    """Every node with the names in the conditions around it."""
    yield id(node), names
    if isinstance(node, nodes.Macro):
        names = names | {CALLED + node.name}
    if isinstance(node, nodes.Block):
        names = names | {FILLED + node.name}
    if isinstance(node, nodes.If):
        names = names.union(*(_names(each.test, sources) for each in (node, *node.elif_)))
    if isinstance(node, nodes.CondExpr):
        names = names | _names(node.test, sources)
    if isinstance(node, nodes.Or):
        names = names | _names(node.left, sources)
    if isinstance(node, nodes.For):
        names = names | _names(node.iter, sources) | (_names(node.test, sources) if node.test else set())
    for child in node.iter_child_nodes():
        yield from _deciding(child, sources, names)


def _calls(
    tree: nodes.Template, sources: Mapping[str, set[str]], deciding: Mapping[int, set[str]]
) -> Iterator[tuple[str, set[str]]]:
    """(macro or block, names in what it is called with); within one, what that is called with decides too."""
    for block in tree.find_all(nodes.Block):
        yield FILLED.removeprefix(CALLED) + block.name, deciding[id(block)]
    for call in tree.find_all(nodes.Call):
        given = [*call.args, *(each.value for each in call.kwargs)]
        within = {name for name in deciding[id(call)] if name.startswith(CALLED)}
        yield _path(call.node).rpartition(".")[2], within.union(*(_names(each, sources) for each in given))


def _choices(tree: nodes.Template) -> Iterator[tuple[int, Any, nodes.Node]]:
    """What an expression may come to: either side of ``if … else``, what stands in for what is missing."""
    sides: list[tuple[nodes.Node, str]] = []
    for found in tree.find_all(nodes.CondExpr):
        sides += [(found, "expr1"), (found, "expr2")]
    for output in tree.find_all(nodes.Output):
        sides += [(each, "right") for each in output.find_all(nodes.Or)]
    for owner, side in sides:
        if (value := getattr(owner, side)) is not None:

            def put(place: Place, owner: nodes.Node = owner, side: str = side) -> None:
                setattr(owner, side, _noted(getattr(owner, side), place))

            yield value.lineno, put, value


def _values(tree: nodes.Template) -> Iterator[tuple[int, Any, nodes.Node]]:
    """Every printed value, and what puts a note around it."""
    for output in list(tree.find_all(nodes.Output)):
        for at, value in enumerate(output.nodes):
            if not isinstance(value, nodes.TemplateData):

                def put(place: Place, output: nodes.Output = output, at: int = at) -> None:
                    output.nodes[at] = _noted(output.nodes[at], place)

                yield value.lineno, put, value


def _branches(tree: nodes.Template) -> Iterator[tuple[int, Any, nodes.Node]]:
    """Every branch of a condition and every empty loop, and what puts a note at its beginning."""
    bodies = [each.else_ for each in tree.find_all(nodes.For)]
    for found in tree.find_all(nodes.If):
        bodies += [found.body, found.else_]
    for body in filter(None, bodies):

        def put(place: Place, body: list[nodes.Node] = body) -> None:
            empty = nodes.Const("").set_lineno(place[1])
            body.insert(0, nodes.Output([_noted(empty, place)]).set_lineno(place[1]))

        yield body[0].lineno, put, body[0]


def _noted(value: nodes.Node, place: Place) -> Any:
    told = [nodes.Const(part).set_lineno(value.lineno) for part in place]
    noted = nodes.Filter(value, "noted", told, [], None, None)
    noted.set_lineno(value.lineno)
    return noted.set_environment(value.environment) if value.environment else noted


def noting(overrides: Path) -> Noting:
    """The environment of our templates, noting."""
    plain = environment(overrides)
    made = Noting(
        loader=plain.loader,
        autoescape=True,
        undefined=plain.undefined,
        trim_blocks=plain.trim_blocks,
        lstrip_blocks=plain.lstrip_blocks,
    )
    made.places, made.passed, made.deciding, made.compared, made.calls = set(), set(), {}, {}, {}
    made.globals.update(plain.globals)

    @jinja2.pass_context  # else Jinja would work out constants once, at their first reading
    def noted(context: Any, value: Any, *place: Any) -> Any:
        made.passed.add((place[0], place[1], place[2]))
        return value

    made.filters.update(plain.filters, noted=noted)
    return made
