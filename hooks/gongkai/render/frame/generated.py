"""The code that Jinja makes of a template, where most of what it prints is a short plain text.

A page prints two hundred texts, of which hardly one has a sign to be escaped, and two dozen Chinese words by
``_``. To wrap each as safe, and to call for each word, was a twentieth of a page. What indents
the lines of a template was another, of its bytes.
"""

from __future__ import annotations

import re
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

from gongkai.render.frame.interface_words import in_chinese

_SPECIAL = re.compile("[&<>'\"]")
_LINE = re.compile(r"[ \t]*\n[ \t\n]*")
_SPACES = re.compile(r"[ \t]{2,}")


def unindented(text: str) -> str:
    """A template's own text with one line feed or space where there are several: nobody sees more of them.

    One stays, as between words; no-break and Chinese spaces stay as well. Texts of records are not touched,
    so a template that shows one in ``pre`` must have it from there.
    """
    return _SPACES.sub(" ", _LINE.sub("\n", text))


def escaped(value: Any) -> str:
    """What is printed, as HTML; only to be joined with other such pieces, as it may be a plain text."""
    kind = type(value)
    if kind is Markup or (kind is str and not _SPECIAL.search(value)):
        return value  # type: ignore[no-any-return]
    return escape(value)


class _Generator(CodeGenerator):
    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.escaped(")

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        if isinstance(node, nodes.TemplateData):
            return unindented(super()._output_child_to_const(node, frame, finalize))
        words = self._words(node)
        return super()._output_child_to_const(nodes.Const(words) if words else node, frame, finalize)

    def _words(self, node: nodes.Expr) -> str | None:
        """Of ``_("…")`` the words: Chinese ones stand on the page as they stand in the template."""
        if self.environment.globals["_"] is not in_chinese or not isinstance(node, nodes.Call):
            return None
        called = isinstance(node.node, nodes.Name) and node.node.name == "_"
        if not called or len(node.args) != 1 or node.kwargs or node.dyn_args or node.dyn_kwargs:
            return None
        return node.args[0].value if isinstance(node.args[0], nodes.Const) else None


class Environment(jinja2.Environment):
    """Jinja's, with the code above."""

    code_generator_class = _Generator
    escaped = staticmethod(escaped)
