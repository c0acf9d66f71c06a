# SPDX-License-Identifier: GPL-3.0-or-later
"""os._exit: nothing is flushed, no exit function runs."""
import asyncio
import atexit
import os
import sys

atexit.register(print, "never", file=sys.stderr)


async def main():
    print("flushed", flush=True)
    print("not flushed")
    sys.stderr.write("standard error is never held back\n")
    await asyncio.sleep(0)
    os._exit(17)


asyncio.run(main())
