"""Leaves of very many places, which end a line or cannot be told apart any further → the same in parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pyarrow as pa
from pyarrow import compute as pc

from gongkai.search.grams.columns import numbers, view
from gongkai.search.grams.leaves import Leaves

#: a part has so many places at most, all in so many documents: a new one leaves the parts of others alone
MOST, BLOCK = 2000, 1024


def parted(leaves: Leaves, documents: Any) -> Leaves:
    """The same, with leaves of very many places in parts; ``documents``: the document of every place."""
    large = pc.indices_nonzero(pc.greater(leaves.counts, MOST)).to_pylist()
    if not large:
        return leaves
    order, cuts, at = [], [], 0
    begins, depths = view(leaves.begins), view(leaves.depths)
    for leaf in large:
        begin, end = begins[leaf], begins[leaf + 1]
        places = leaves.order.slice(begin, end - begin)
        places = places.take(pc.sort_indices(places))
        order += [leaves.order.slice(at, begin - at), places]
        at = end
        blocks = pc.divide(documents.take(places), pa.scalar(BLOCK, pa.uint16()))
        cuts += [(begin + cut, depths[leaf]) for cut in _cuts(view(blocks))]
    order.append(leaves.order.slice(at))
    return _with(replace(leaves, order=pa.concat_arrays(order)), cuts)


def _cuts(blocks: memoryview) -> Iterator[int]:
    """Where a part begins behind the first."""
    begin = 0
    for at in range(1, len(blocks)):
        if blocks[at] != blocks[at - 1] or at - begin == MOST:
            yield at
            begin = at


def _with(leaves: Leaves, cuts: list[tuple[int, int]]) -> Leaves:
    """More leaves, each (begin, depth) with the key of the one before."""
    starts, depths = (numbers(list(each), "int32") for each in zip(*cuts, strict=True))
    begins = pa.concat_arrays([leaves.begins, starts.cast(leaves.begins.type)])
    by_place = pc.sort_indices(begins)
    inner = by_place.slice(0, len(begins) - 1)
    return Leaves(
        leaves.order,
        begins.take(by_place),
        _behind_the_end(leaves.depths, depths).take(inner),
        _behind_the_end(leaves.shared, depths).take(inner),
    )


def _behind_the_end(column: Any, more: Any) -> Any:
    """A column of leaves, one for the end of all, then those added."""
    return pa.concat_arrays([column, numbers([0], column.type), more.cast(column.type)])
