# SPDX-License-Identifier: GPL-3.0-or-later
"""Recursion without an end: how often a line is repeated is part of the traceback."""
import asyncio


async def again(number):
    await again(number + 1)


async def main():
    try:
        await again(0)
    except RecursionError as error:
        print(error)
    await asyncio.sleep(0)
    await again(0)


asyncio.run(main())
