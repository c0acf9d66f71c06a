# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S45
# order: not promised
import asyncio


async def fails():
    await asyncio.sleep(1)
    raise ValueError("child")


async def sibling(name):
    try:
        await asyncio.sleep(5)
    finally:
        print(name, "cancelled")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(sibling("A"))
            group.create_task(fails())
            group.create_task(sibling("B"))
            await asyncio.sleep(9)
            print("never")
    except ExceptionGroup as error:
        print(len(error.exceptions), type(error.exceptions[0]).__name__)
    print("requests:", asyncio.current_task().cancelling())


asyncio.run(main())
