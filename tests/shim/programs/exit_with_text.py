# SPDX-License-Identifier: GPL-3.0-or-later
"""sys.exit with a text inside a nested task group."""
import asyncio
import sys


async def child(number):
    await asyncio.sleep(0)
    if number == 1:
        sys.exit("no more of this \N{SNOWMAN}")
    await asyncio.sleep(30)


async def main():
    async with asyncio.TaskGroup() as group:
        for number in range(3):
            group.create_task(child(number))


asyncio.run(main())
