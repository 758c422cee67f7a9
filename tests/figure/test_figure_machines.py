"""A drawing has the same bytes on every processor: inked in processes of their own under other kernels."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
# Lying under an arrow, folded cloth on knees, a turned head with hair: what used to differ most.
FRAMES = ("knee-rolls.roll", "cat-cow.sag", "neck-tilt-turn.turn")
EXTENSIONS = tuple(np.show_config(mode="dicts")["SIMD Extensions"]["found"])
KERNELS = ("Nehalem", "Haswell", "SkylakeX")  # of 2008, 2013 and 2017: without AVX, with it, with AVX-512
DIFFERING = {
    f"np.{name}"
    for name in ("dot", "vdot", "inner", "matmul", "tensordot", "einsum", "linalg", "convolve", "correlate",
                 "sin", "cos", "tan", "hypot")
}  # fmt: skip
CHILD = f"""
import ctypes, hashlib, pathlib, sys
sys.path.insert(0, {str(HERE)!r})
import numpy
for path in sorted(pathlib.Path(numpy.__file__).parents[1].glob("numpy.libs/*openblas*")):
    corename = ctypes.CDLL(str(path)).scipy_openblas_get_corename64_
    corename.restype = ctypes.c_char_p
    print(corename().decode())
    break
else:
    print("no OpenBLAS")
from figure_shelf import people, shipped
from handout.drawing import to_svg
from handout.figure.inking import ink
for name in {FRAMES!r}:
    exercise, frame = name.split(".")
    board = shipped(exercise)
    drawing = ink(board, people()[board.person], "colour", 128.0)[frame]
    print(name, hashlib.sha256(to_svg(drawing).encode()).hexdigest())
"""


def inked(**settings: str) -> tuple[str, list[str]]:
    """The kernel that a process of its own used under these settings, and the marks of its drawings."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), **settings}
    run = subprocess.run([sys.executable, "-c", CHILD], env=environment, capture_output=True, text=True, check=True)
    kernel, *marks = run.stdout.split("\n")[:-1]
    return kernel, marks


@cache
def here() -> list[str]:
    return inked()[1]


def test_every_chosen_frame_is_compared() -> None:
    assert [line.split()[0] for line in here()] == list(FRAMES)


@pytest.mark.parametrize("kernel", KERNELS)
def test_another_kernel_of_linear_algebra_draws_the_same_bytes(kernel: str) -> None:
    used, marks = inked(OPENBLAS_CORETYPE=kernel)
    if used != kernel:
        pytest.skip(f"this processor cannot run OpenBLAS's {kernel} kernel: it runs {used}")
    assert marks == here()


@pytest.mark.parametrize("kept", range(len(EXTENSIONS)) or [0])
def test_a_processor_with_fewer_extensions_draws_the_same_bytes(kept: int) -> None:
    if not EXTENSIONS:
        pytest.skip("numpy uses no extension here that could be switched off")
    _, marks = inked(NPY_DISABLE_CPU_FEATURES=" ".join(EXTENSIONS[kept:]))
    assert marks == here()


@pytest.mark.parametrize("path", sorted((ROOT / "src/handout/figure").rglob("*.py")), ids=lambda p: p.stem)
def test_no_geometry_goes_through_a_kernel_that_differs_between_processors(path: Path) -> None:
    """`figure/rotation.py` says why, and what to call instead."""
    found = [
        f"line {node.lineno}: {ast.unparse(node)}"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if (isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.MatMult))
        or (isinstance(node, ast.Attribute) and ast.unparse(node) in DIFFERING)
    ]
    assert found == []
