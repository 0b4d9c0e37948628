"""The type of every expression of a template; what does not fit is told as a problem."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import nodes
from markupsafe import Markup

from template_contract.attributes import attribute, has
from template_contract.filters import filtered
from template_contract.kinds import Kind, Missing, is_a, item, name_of, of, printable, result, union

Scope = dict[str, Any]
#: where a value is put into the words of the interface
_HOLE = re.compile(r"\{(\w+)\}")
#: names that Jinja itself gives a loop
LOOP = {
    **dict.fromkeys(("index", "index0", "revindex", "revindex0", "length", "depth"), int),
    **dict.fromkeys(("first", "last"), bool),
    **dict.fromkeys(("previtem", "nextitem", "cycle", "changed"), Any),
}


@dataclass(frozen=True)
class Macro:
    """A macro with the names it sees where it is defined."""

    node: nodes.Macro
    scope: Scope
    template: str


@dataclass(frozen=True)
class Module:
    """What an import gives."""

    template: str
    names: Scope


@dataclass
class Expressions:
    """Knows the types of expressions; ``problems`` grows as it goes."""

    #: names that every template knows, imported ones too
    globals: Mapping[str, Kind]
    problems: list[str] = field(default_factory=list)
    _template: str = ""

    def kind(self, node: nodes.Node, scope: Scope) -> Any:
        """The type of an expression; what is wrong in it is told."""
        visit = getattr(self, f"_of_{type(node).__name__.lower()}", None)
        if visit is None:
            # A kind of expression that no template has used yet is to be learnt, never passed over.
            raise NotImplementedError(f"{self._template}: {type(node).__name__}")
        return visit(node, scope)

    def _of_name(self, node: nodes.Name, scope: Scope) -> Any:
        if node.name in scope:
            return scope[node.name]
        if node.name in self.globals:
            return self.globals[node.name]
        self._wrong(node, f"没有 {node.name} 这个名称")
        return Any

    def _of_const(self, node: nodes.Const, scope: Scope) -> Kind:
        return type(node.value)

    def _of_templatedata(self, node: nodes.TemplateData, scope: Scope) -> Kind:
        return Markup

    def _of_getattr(self, node: nodes.Getattr, scope: Scope) -> Any:
        owner = self.kind(node.node, scope)
        if isinstance(owner, Module):
            if node.attr in owner.names:
                return owner.names[node.attr]
            self._wrong(node, f"{owner.template} 没有 {node.attr}")
            return Any
        if owner is LOOP:
            if node.attr not in LOOP:
                self._wrong(node, f"loop 没有 {node.attr}")
            return LOOP.get(node.attr, Any)
        return self._try(node, Any, attribute, owner, node.attr)

    def _of_getitem(self, node: nodes.Getitem, scope: Scope) -> Kind:
        owner = self.kind(node.node, scope)
        if isinstance(node.arg, nodes.Slice):
            for each in node.arg.iter_child_nodes():
                self.kind(each, scope)
            return self._try(node, Any, item, owner, slice(None))
        self.kind(node.arg, scope)
        key = node.arg.value if isinstance(node.arg, nodes.Const) else _negative(node.arg)
        return self._try(node, Any, item, owner, key)

    def _of_call(self, node: nodes.Call, scope: Scope) -> Kind:
        called = self.kind(node.node, scope)
        given = [self.kind(each, scope) for each in node.args]
        named = {each.key: self.kind(each.value, scope) for each in node.kwargs}
        if isinstance(called, Macro):
            self._call(node, called, given, named)
            return Markup
        if isinstance(node.node, nodes.Name) and node.node.name == "_":
            self._holes(node, named)
        return self._try(node, Any, result, called)

    def _of_filter(self, node: nodes.Filter, scope: Scope) -> Kind:
        if node.name == "default" and not self._defined(node.node, scope):
            return union([self.kind(each, scope) for each in node.args])
        assert node.node is not None
        taken = self.kind(node.node, scope)
        given = [self.kind(each, scope) for each in node.args]
        return self._try(node, Any, filtered, node, taken, given)

    def _of_test(self, node: nodes.Test, scope: Scope) -> Kind:
        if node.name not in {"defined", "undefined"}:
            self.kind(node.node, scope)
        for each in node.args:
            self.kind(each, scope)
        return bool

    def _of_and(self, node: nodes.And, scope: Scope) -> Kind:
        left = self.kind(node.left, scope)
        if self._known(node.left, scope) is False:
            return left
        return self.kind(node.right, scope)

    def _of_or(self, node: nodes.Or, scope: Scope) -> Kind:
        return union([self.kind(node.left, scope), self.kind(node.right, scope)])

    def _of_condexpr(self, node: nodes.CondExpr, scope: Scope) -> Kind:
        self.kind(node.test, scope)
        kinds = [self.kind(node.expr1, scope)] if self._known(node.test, scope) is not False else []
        return union([*kinds, *([self.kind(node.expr2, scope)] if node.expr2 else [])])

    def _of_not(self, node: nodes.Not, scope: Scope) -> Kind:
        self.kind(node.node, scope)
        return bool

    def _of_compare(self, node: nodes.Compare, scope: Scope) -> Kind:
        self.kind(node.expr, scope)
        for each in node.ops:
            self.kind(each.expr, scope)
        return bool

    def _of_concat(self, node: nodes.Concat, scope: Scope) -> Kind:
        for each in node.nodes:
            if not printable(kind := self.kind(each, scope)):
                self._wrong(each, f"~ 不能用于 {words(kind)}")
        return str

    def _of_list(self, node: nodes.List, scope: Scope) -> Kind:
        kinds = [self.kind(each, scope) for each in node.items]
        return of(list, union(kinds)) if kinds else None

    def _of_tuple(self, node: nodes.Tuple, scope: Scope) -> Kind:
        kinds = [self.kind(each, scope) for each in node.items]
        return of(tuple, *kinds) if kinds else None

    def _of_dict(self, node: nodes.Dict, scope: Scope) -> Kind:
        return of(dict, str, union([self.kind(each.value, scope) for each in node.items]))

    def _arithmetic(self, node: nodes.BinExpr, scope: Scope) -> Kind:
        left, right = self.kind(node.left, scope), self.kind(node.right, scope)
        if (
            isinstance(node, nodes.Sub)
            and is_a(left, (dt.date,))
            and left is not Any
            and is_a(right, (dt.date,))
        ):
            return dt.timedelta
        return left

    _of_add = _of_sub = _of_mul = _of_div = _of_floordiv = _of_mod = _arithmetic

    def _of_neg(self, node: nodes.Neg, scope: Scope) -> Kind:
        return self.kind(node.node, scope)

    def _defined(self, node: nodes.Node | None, scope: Scope) -> bool:
        """Whether a name or an attribute is there at all."""
        if isinstance(node, nodes.Name):
            return node.name in scope or node.name in self.globals
        if isinstance(node, nodes.Getattr):
            return self._defined(node.node, scope) and has(self.kind(node.node, scope), node.attr)
        return True

    def _known(self, test: nodes.Node, scope: Scope) -> bool | None:
        """What a condition comes to where the types alone say it."""
        if isinstance(test, nodes.Test) and test.name == "defined":
            return self._defined(test.node, scope)
        if isinstance(test, nodes.And) and False in (
            self._known(test.left, scope),
            self._known(test.right, scope),
        ):
            return False
        return None

    def _try(self, node: nodes.Node, otherwise: Any, ask: Any, *given: Any) -> Any:
        try:
            return ask(*given)
        except Missing as missing:
            self._wrong(node, str(missing))
            return otherwise

    def _wrong(self, node: nodes.Node, what: str) -> None:
        told = f"{self._template}:{node.lineno} {what}"
        if told not in self.problems:
            self.problems.append(told)

    def _holes(self, node: nodes.Call, named: Mapping[str, Any]) -> None:
        """The words of the interface have a hole for each value that is put in, and no other."""
        text = "".join(str(each.value) for each in node.find_all(nodes.Const) if isinstance(each.value, str))
        holes = set(_HOLE.findall(text))
        if holes != named.keys():
            self._wrong(node, f"文字里的空是 {sorted(holes)}，给的是 {sorted(named)}")

    def _call(self, node: nodes.Call, macro: Macro, given: list[Any], named: dict[str, Any]) -> None:
        """Follow a macro into its body; the walker of whole templates does."""
        raise NotImplementedError


def _negative(node: nodes.Node) -> object:
    if isinstance(node, nodes.Neg) and isinstance(node.node, nodes.Const):
        return -node.node.value
    return None


def words(kind: Any) -> str:
    """A type, or what a template made itself, in words."""
    if isinstance(kind, Macro):
        return kind.node.name
    return kind.template if isinstance(kind, Module) else name_of(kind)
