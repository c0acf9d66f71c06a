# SPDX-License-Identifier: GPL-3.0-or-later
"""Groups of errors from task groups, nested, and except*."""
import asyncio


async def fails(error, after=0):
    for _ in range(after):
        await asyncio.sleep(0)
    raise error


async def inner():
    async with asyncio.TaskGroup() as group:
        group.create_task(fails(ValueError("one")))
        group.create_task(fails(OSError("two")))


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(inner())
            group.create_task(asyncio.sleep(30))
    except* OSError as group:
        print("os errors", group.exceptions)
        raise


asyncio.run(main())
