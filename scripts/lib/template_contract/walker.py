"""Walks templates as Jinja would run them, so that every name is held against a type.

Loops bind the types of what they walk over, macros are walked with the types of each call,
includes, imports and blocks are followed. Nothing is rendered.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import jinja2
from jinja2 import nodes
from markupsafe import Markup

from template_contract.expressions import LOOP, Expressions, Macro, Module, Scope, words
from template_contract.kinds import Kind, element, parts, printable

Blocks = Mapping[str, tuple[str, nodes.Block]]


@dataclass
class Walker(Expressions):
    """Walks templates; ``problems`` and the templates that were ``reached`` grow as it goes."""

    environment: jinja2.Environment = field(kw_only=True)
    reached: set[str] = field(default_factory=set)
    #: (template, macro) of those that are defined and not called
    idle: set[tuple[str, str]] = field(default_factory=set)
    _called: set[tuple[str, str]] = field(default_factory=set)
    _trees: dict[str, nodes.Template] = field(default_factory=dict)
    _seen: set[tuple[Any, ...]] = field(default_factory=set)

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

    def _inside(self, template: str, body: Sequence[nodes.Node], scope: Scope, blocks: Blocks) -> None:
        before, self._template = self._template, template
        self._body(body, scope, blocks)
        self._template = before

    # -- statements ----------------------------------------------------------------------

    def _body(self, body: Sequence[nodes.Node], scope: Scope, blocks: Blocks) -> None:
        for node in body:
            visit = getattr(self, f"_{type(node).__name__.lower()}", None)
            if visit is None:
                raise NotImplementedError(f"{self._template}: {type(node).__name__}")
            visit(node, scope, blocks)

    def _output(self, node: nodes.Output, scope: Scope, blocks: Blocks) -> None:
        for each in node.nodes:
            if isinstance(each, nodes.TemplateData):
                continue
            kind = self.kind(each, scope)
            if isinstance(kind, Macro | Module) or not printable(kind):
                self._wrong(each, f"打印了不是文字的值：{words(kind)}")

    def _for(self, node: nodes.For, scope: Scope, blocks: Blocks) -> None:
        walked = self._try(node.iter, Any, element, self.kind(node.iter, scope))
        inner = {**scope, "loop": LOOP}
        self._bind(node.target, walked, inner)
        if node.test:
            self.kind(node.test, inner)
        self._body(node.body, inner, blocks)
        self._body(node.else_, dict(scope), blocks)

    def _if(self, node: nodes.If, scope: Scope, blocks: Blocks) -> None:
        known = self._known(node.test, scope)
        self.kind(node.test, scope)
        if known is not False:
            self._body(node.body, scope, blocks)
        for branch in node.elif_:
            self._if(branch, scope, blocks)
        self._body(node.else_, scope, blocks)

    def _assign(self, node: nodes.Assign, scope: Scope, blocks: Blocks) -> None:
        self._bind(node.target, self.kind(node.node, scope), scope)

    def _assignblock(self, node: nodes.AssignBlock, scope: Scope, blocks: Blocks) -> None:
        self._body(node.body, dict(scope), blocks)
        self._bind(node.target, Markup, scope)

    def _with(self, node: nodes.With, scope: Scope, blocks: Blocks) -> None:
        inner = dict(scope)
        for target, value in zip(node.targets, node.values, strict=True):
            self._bind(target, self.kind(value, scope), inner)
        self._body(node.body, inner, blocks)

    def _macro(self, node: nodes.Macro, scope: Scope, blocks: Blocks) -> None:
        scope[node.name] = Macro(node, scope, self._template)
        self.idle |= {(self._template, node.name)} - self._called

    def _block(self, node: nodes.Block, scope: Scope, blocks: Blocks) -> None:
        template, block = blocks[node.name]
        self._inside(template, block.body, dict(scope), blocks)

    def _include(self, node: nodes.Include, scope: Scope, blocks: Blocks) -> None:
        name = _text(node.template)
        self._inside(name, self._tree(name).body, dict(scope), {})

    def _import(self, node: nodes.Import, scope: Scope, blocks: Blocks) -> None:
        name = _text(node.template)
        names = dict(scope) if node.with_context else {}
        self._inside(name, self._tree(name).body, names, {})
        scope[node.target] = Module(name, names)

    def _extends(self, node: nodes.Extends, scope: Scope, blocks: Blocks) -> None:
        """Followed by ``_chain``."""

    def _call(self, node: nodes.Call, macro: Macro, given: list[Any], named: dict[str, Any]) -> None:
        self._called.add((macro.template, macro.node.name))
        self.idle -= self._called
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
        key = (id(macro.node), *(words(inner[name]) for name in names))
        if key not in self._seen:
            self._seen.add(key)
            self._inside(macro.template, macro.node.body, inner, {})

    def _default(self, node: nodes.Node, scope: Scope) -> Kind:
        kind = self.kind(node, scope)
        return Any if kind in (type(None), tuple, tuple[()]) else kind

    def _bind(self, target: nodes.Node, kind: Any, scope: Scope) -> None:
        if isinstance(target, nodes.Name):
            scope[target.name] = kind
        elif isinstance(target, nodes.Tuple):
            kinds = self._try(target, [Any] * len(target.items), parts, kind, len(target.items))
            for each, one in zip(target.items, kinds, strict=True):
                self._bind(each, one, scope)


def _text(node: nodes.Expr) -> str:
    assert isinstance(node, nodes.Const), "a template is named by its words"
    return str(node.value)
