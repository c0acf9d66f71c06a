# SPDX-License-Identifier: GPL-3.0-or-later
"""Standard output that the program closes itself, and prints that fail then."""
import asyncio
import sys


async def main():
    print("before")
    sys.stdout.close()
    await asyncio.sleep(0)
    try:
        print("after")
    except ValueError as error:
        print(error, file=sys.stderr)
    print(sys.stdout.closed, sys.__stdout__ is sys.stdout, file=sys.stderr)


asyncio.run(main())
