"""Every name in a template held against the types of what it is given, without rendering anything.

The tree of a template is walked as Jinja would run it: loops bind the types of what they walk
over, macros are walked with the types of each call, includes, imports and blocks are followed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import jinja2
from jinja2 import nodes
from markupsafe import Markup
from template_types import (
    Kind,
    Missing,
    attribute,
    element,
    has,
    is_a,
    item,
    name_of,
    parts,
    printable,
    result,
    union,
)

Scope = dict[str, Any]
#: names that Jinja itself gives a loop
LOOP = {
    **dict.fromkeys(("index", "index0", "revindex", "revindex0", "length", "depth"), int),
    **dict.fromkeys(("first", "last"), bool),
    **dict.fromkeys(("previtem", "nextitem", "cycle", "changed"), Any),
}
#: filter → (what it takes, what it gives); the others are in ``_FILTERS`` of the walker
SIMPLE: dict[str, tuple[tuple[type, ...], Kind]] = {
    "wbr": ((str,), Markup),
    "cn_date": ((dt.date,), str),
    "day": ((dt.date,), str),
    "filesize": ((int,), str),
    "e": ((object,), Markup),
    "escape": ((object,), Markup),
    "safe": ((str,), Markup),
    "string": ((object,), str),
    "int": ((str, int), int),
    "lower": ((str,), str),
    "replace": ((str,), str),
    "trim": ((str,), str),
    "unit_name": ((object,), str),
    "length": ((object,), int),
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
class Walker:
    """Walks templates; ``problems`` and the templates that were ``reached`` grow as it goes."""

    environment: jinja2.Environment
    #: names that every template knows, imported ones too
    globals: Mapping[str, Kind]
    problems: list[str] = field(default_factory=list)
    reached: set[str] = field(default_factory=set)
    _trees: dict[str, nodes.Template] = field(default_factory=dict)
    _seen: set[tuple[Any, ...]] = field(default_factory=set)
    _template: str = ""

    def check(self, template: str, names: Mapping[str, Kind]) -> None:
        """A template with the names it is given."""
        chain = self._chain(template)
        blocks: dict[str, tuple[str, nodes.Block]] = {}
        for name in reversed(chain):
            for block in self._tree(name).find_all(nodes.Block):
                blocks[block.name] = (name, block)
        root = chain[-1]
        self._known_blocks(chain)
        self._inside(root, self._tree(root).body, dict(names), blocks)

    def _known_blocks(self, chain: list[str]) -> None:
        """A block that no parent has would never be shown."""
        for place, name in enumerate(chain[:-1]):
            known = {
                b.name for parent in chain[place + 1 :] for b in self._tree(parent).find_all(nodes.Block)
            }
            nested = {
                inner.name
                for b in self._tree(name).find_all(nodes.Block)
                if b.name in known
                for inner in b.find_all(nodes.Block)
            }
            for block in self._tree(name).find_all(nodes.Block):
                if block.name not in known | nested:
                    self.problems.append(f"{name}:{block.lineno} 上级模板没有块 {block.name}")

    def _chain(self, template: str) -> list[str]:
        """A template and what it extends, itself first."""
        chain = [template]
        while extends := self._tree(chain[-1]).find(nodes.Extends):
            chain.append(_text(extends.template))
        return chain

    def _tree(self, name: str) -> nodes.Template:
        if name not in self._trees:
            source, _, _ = self.environment.loader.get_source(self.environment, name)  # type: ignore[union-attr]
            self._trees[name] = self.environment.parse(source)
        self.reached.add(name)
        return self._trees[name]

    def _inside(
        self, template: str, body: Sequence[nodes.Node], scope: Scope, blocks: Mapping[str, Any]
    ) -> None:
        before, self._template = self._template, template
        self._body(body, scope, blocks)
        self._template = before

    # -- statements ----------------------------------------------------------------------

    def _body(self, body: Sequence[nodes.Node], scope: Scope, blocks: Mapping[str, Any]) -> None:
        for node in body:
            visit = getattr(self, f"_{type(node).__name__.lower()}", None)
            if visit is None:
                raise NotImplementedError(f"{self._template}: {type(node).__name__}")
            visit(node, scope, blocks)

    def _output(self, node: nodes.Output, scope: Scope, blocks: Mapping[str, Any]) -> None:
        for each in node.nodes:
            if isinstance(each, nodes.TemplateData):
                continue
            kind = self.kind(each, scope)
            if isinstance(kind, Macro | Module) or not printable(kind):
                self._wrong(each, f"打印了不是文字的值：{_words(kind)}")

    def _for(self, node: nodes.For, scope: Scope, blocks: Mapping[str, Any]) -> None:
        walked = self._try(node.iter, Any, element, self.kind(node.iter, scope))
        inner = {**scope, "loop": LOOP}
        self._bind(node.target, walked, inner)
        if node.test:
            self.kind(node.test, inner)
        self._body(node.body, inner, blocks)
        self._body(node.else_, dict(scope), blocks)

    def _if(self, node: nodes.If, scope: Scope, blocks: Mapping[str, Any]) -> None:
        known = self._known(node.test, scope)
        self.kind(node.test, scope)
        if known is not False:
            self._body(node.body, scope, blocks)
        for branch in node.elif_:
            self._if(branch, scope, blocks)
        self._body(node.else_, scope, blocks)

    def _assign(self, node: nodes.Assign, scope: Scope, blocks: Mapping[str, Any]) -> None:
        self._bind(node.target, self.kind(node.node, scope), scope)

    def _assignblock(self, node: nodes.AssignBlock, scope: Scope, blocks: Mapping[str, Any]) -> None:
        self._body(node.body, dict(scope), blocks)
        self._bind(node.target, Markup, scope)

    def _with(self, node: nodes.With, scope: Scope, blocks: Mapping[str, Any]) -> None:
        inner = dict(scope)
        for target, value in zip(node.targets, node.values, strict=True):
            self._bind(target, self.kind(value, scope), inner)
        self._body(node.body, inner, blocks)

    def _macro(self, node: nodes.Macro, scope: Scope, blocks: Mapping[str, Any]) -> None:
        scope[node.name] = Macro(node, scope, self._template)

    def _block(self, node: nodes.Block, scope: Scope, blocks: Mapping[str, Any]) -> None:
        template, block = blocks[node.name]
        self._inside(template, block.body, dict(scope), blocks)

    def _include(self, node: nodes.Include, scope: Scope, blocks: Mapping[str, Any]) -> None:
        name = _text(node.template)
        self._inside(name, self._tree(name).body, dict(scope), {})

    def _import(self, node: nodes.Import, scope: Scope, blocks: Mapping[str, Any]) -> None:
        name = _text(node.template)
        names = dict(scope) if node.with_context else {}
        self._inside(name, self._tree(name).body, names, {})
        scope[node.target] = Module(name, names)

    def _extends(self, node: nodes.Extends, scope: Scope, blocks: Mapping[str, Any]) -> None:
        """Followed by ``_chain``."""

    # -- expressions ---------------------------------------------------------------------

    def kind(self, node: nodes.Node, scope: Scope) -> Any:
        """The type of an expression; what is wrong in it is told."""
        visit = getattr(self, f"_of_{type(node).__name__.lower()}", None)
        if visit is None:
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
        return self._try(node, Any, result, called)

    def _call(self, node: nodes.Call, macro: Macro, given: list[Any], named: dict[str, Any]) -> None:
        names = [each.name for each in macro.node.args]
        inner = dict(macro.scope)
        defaults = dict(zip(reversed(names), reversed(macro.node.defaults), strict=False))
        for name in names[len(given) :]:
            if name in defaults and name not in named:
                inner[name] = self._default(defaults[name], macro.scope)
            elif name not in named:
                self._wrong(node, f"调用 {macro.node.name} 少了 {name}")
                inner[name] = Any
        if len(given) > len(names) or not named.keys() <= set(names):
            self._wrong(node, f"调用 {macro.node.name} 多了参数")
        inner |= dict(zip(names, given, strict=False)) | named
        key = (id(macro.node), *(_words(inner[name]) for name in names))
        if key not in self._seen:
            self._seen.add(key)
            self._inside(macro.template, macro.node.body, inner, {})

    def _default(self, node: nodes.Node, scope: Scope) -> Kind:
        kind = self.kind(node, scope)
        return Any if kind in (type(None), tuple, tuple[()]) else kind

    def _of_filter(self, node: nodes.Filter, scope: Scope) -> Kind:
        if node.name == "default" and not self._defined(node.node, scope):
            return self._try(node, Any, union, [self.kind(each, scope) for each in node.args] or [Any])
        assert node.node is not None
        taken = self.kind(node.node, scope)
        given = [self.kind(each, scope) for each in node.args]
        named = {each.key: each.value for each in node.kwargs}
        if node.name in SIMPLE:
            wanted, gives = SIMPLE[node.name]
            if not is_a(taken, wanted):  # type: ignore[arg-type]
                self._wrong(node, f"{node.name} 不能用于 {_words(taken)}")
            return gives
        return self._filtered(node, taken, given, named)

    def _filtered(
        self, node: nodes.Filter, taken: Kind, given: list[Kind], named: dict[str, nodes.Expr]
    ) -> Kind:
        name = node.name
        if name in {"default", "min", "max"}:
            return union([taken, *given]) if name == "default" else self._try(node, Any, element, taken)
        one = self._try(node, Any, element, taken)
        if name in {"selectattr", "rejectattr", "groupby"}:
            one_named = self._of_element(node, one, node.args[0])
            return list[tuple[one_named, list[one]]] if name == "groupby" else list[one]  # type: ignore[valid-type]
        if "attribute" in named:
            inner = self._of_element(node, one, named["attribute"])
            return list[inner] if name == "map" else str if name == "join" else list[one]  # type: ignore[valid-type]
        if name == "join":
            if not printable(one):
                self._wrong(node, f"join 不能用于 {_words(one)}")
            return str
        if name in {"list", "reverse", "sort", "select", "reject"}:
            return list[one]  # type: ignore[valid-type]
        raise NotImplementedError(f"{self._template}: filter {name}")

    def _of_element(self, node: nodes.Node, one: Kind, named: nodes.Node) -> Kind:
        """The attribute of each element that a filter is told by name or place."""
        key = named.value if isinstance(named, nodes.Const) else None
        if isinstance(key, int):
            return self._try(node, Any, item, one, key)
        return self._try(node, Any, attribute, one, str(key))

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
                self._wrong(each, f"~ 不能用于 {_words(kind)}")
        return str

    def _of_list(self, node: nodes.List, scope: Scope) -> Kind:
        one = union([self.kind(each, scope) for each in node.items])
        return list[one]  # type: ignore[valid-type]

    def _of_tuple(self, node: nodes.Tuple, scope: Scope) -> Kind:
        return tuple[tuple(self.kind(each, scope) for each in node.items)] if node.items else tuple  # type: ignore[misc]

    def _of_dict(self, node: nodes.Dict, scope: Scope) -> Kind:
        values = union([self.kind(each.value, scope) for each in node.items])
        return dict[str, values]  # type: ignore[valid-type]

    def _arithmetic(self, node: nodes.BinExpr, scope: Scope) -> Kind:
        left, right = self.kind(node.left, scope), self.kind(node.right, scope)
        if isinstance(node, nodes.Sub) and is_a(left, dt.date) and left is not Any and is_a(right, dt.date):
            return dt.timedelta
        return left

    _of_add = _of_sub = _of_mul = _of_div = _of_floordiv = _of_mod = _arithmetic

    def _of_neg(self, node: nodes.Neg, scope: Scope) -> Kind:
        return self.kind(node.node, scope)

    # -- helpers -------------------------------------------------------------------------

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

    def _bind(self, target: nodes.Node, kind: Any, scope: Scope) -> None:
        if isinstance(target, nodes.Name):
            scope[target.name] = kind
        elif isinstance(target, nodes.Tuple):
            kinds = self._try(target, [Any] * len(target.items), parts, kind, len(target.items))
            for each, one in zip(target.items, kinds, strict=True):
                self._bind(each, one, scope)

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


def _text(node: nodes.Node) -> str:
    assert isinstance(node, nodes.Const), "a template is named by its words"
    return str(node.value)


def _negative(node: nodes.Node) -> object:
    if isinstance(node, nodes.Neg) and isinstance(node.node, nodes.Const):
        return -node.node.value
    return None


def _words(kind: Any) -> str:
    return (
        kind.template
        if isinstance(kind, Module)
        else kind.node.name
        if isinstance(kind, Macro)
        else name_of(kind)
    )


def named(tree: nodes.Template) -> Iterator[str]:
    """Templates that a tree names."""
    for node in tree.find_all((nodes.Include, nodes.Import, nodes.Extends)):
        yield _text(node.template)
