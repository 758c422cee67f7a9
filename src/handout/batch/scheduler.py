"""A hospital's own scheduler: Dask, by its address. Only with the extra `dask`."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

from handout.errors import BatchError, Finding

RETRIES = 3  # of an errand whose worker was lost
SECONDS = 10  # to reach the scheduler


@contextmanager
def scheduler(address: str) -> Iterator[Executor]:
    """An executor of that scheduler, such as tcp://10.0.0.5:8786. Raises BatchError where there is none."""
    try:
        from distributed import Client
    except ImportError:
        hint = 'Install it on every machine: pip install "clinic-handout[dask]".'
        raise BatchError(Finding("--scheduler needs Dask", hint)) from None
    try:
        client = Client(address, timeout=SECONDS, set_as_default=False)
    except (OSError, ValueError) as reason:
        what = f"no scheduler answers at {address} ({type(reason).__name__})"
        raise BatchError(Finding(what, "Start one there, or leave --scheduler out.")) from None
    with client:
        yield client.get_executor(pure=False, retries=RETRIES)
