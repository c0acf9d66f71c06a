# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S34 S45 S46
# requires: 3.13 (before, a group that failed forgot that it had been cancelled)
import asyncio


async def fails():
    await asyncio.sleep(3)
    raise ValueError("child")


async def inner():
    async with asyncio.TaskGroup() as group:
        group.create_task(fails())
        try:
            await asyncio.sleep(9)
        except asyncio.CancelledError:
            print("the body cleans up")
            try:
                await asyncio.sleep(5)
            finally:
                print("but not to the end")


async def outer():
    await asyncio.create_task(inner())


async def main():
    task = asyncio.create_task(outer())
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except ExceptionGroup as error:
        print(len(error.exceptions), type(error.exceptions[0]).__name__)
    print(task.cancelled())


asyncio.run(main())
