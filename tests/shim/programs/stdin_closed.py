# SPDX-License-Identifier: GPL-3.0-or-later
# stdin: closed
"""Started with a closed standard input."""
import asyncio
import sys


async def main():
    print(sys.stdin, open(__file__).fileno())
    try:
        await asyncio.to_thread(input)
    except RuntimeError as error:
        print(error)


asyncio.run(main())
