# SPDX-License-Identifier: GPL-3.0-or-later
# args: Ada
"""A package started by python -m, with relative imports and data beside its code."""
import asyncio
import importlib.resources
import sys

from . import rooms
from .rooms import Room


async def main():
    room = Room(*sys.argv[1:])
    print(await room.greet(), rooms.__name__, __package__, __name__)
    text = importlib.resources.files(__package__).joinpath("rooms.py").read_text()
    print(text.splitlines()[1], sys.argv[0].rpartition("/")[2], __spec__.parent)
    from .missing import nothing  # noqa


asyncio.run(main())
