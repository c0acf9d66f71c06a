# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S35 S45
import asyncio


async def child(name, seconds):
    try:
        await asyncio.sleep(seconds)
        print(name, "finished")
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    try:
        async with asyncio.timeout(2):
            async with asyncio.TaskGroup() as group:
                group.create_task(child("A", 1))
                group.create_task(child("B", 3))
    except TimeoutError:
        print("the group ran out of time")


asyncio.run(main())
