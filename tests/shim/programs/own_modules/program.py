# SPDX-License-Identifier: GPL-3.0-or-later
"""Modules beside the program whose names Python's library has too."""
import asyncio

import platform
import random
import runpy
import tempfile
import weakref


async def main():
    for module in (random, tempfile, platform, runpy):
        print(getattr(module, "NAME", "the library's"))
    print(hasattr(weakref, "ref"), await asyncio.to_thread(len, "abc"))


asyncio.run(main())
