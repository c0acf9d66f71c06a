# SPDX-License-Identifier: GPL-3.0-or-later
"""Descriptor 1 that is closed below Python: the flush at the end fails."""
import asyncio
import os
import sys


async def main():
    print("before", flush=True)
    os.close(1)
    print("after")
    await asyncio.sleep(0)
    try:
        sys.stdout.flush()
    except OSError as error:
        print(error, file=sys.stderr)


asyncio.run(main())
