# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S45 S46
# requires: 3.13 (before, a group that failed forgot that it had been cancelled)
import asyncio


async def fails():
    await asyncio.sleep(1)
    raise ValueError("child")


async def body():
    try:
        await asyncio.sleep(9)
    finally:
        raise KeyError("instead of the cancellation")


async def alone():
    async with asyncio.TaskGroup():
        await body()


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails())
            await body()
    except ExceptionGroup as error:
        for each in error.exceptions:
            print(type(each).__name__)
    task = asyncio.create_task(alone())
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except ExceptionGroup as error:
        print(len(error.exceptions), type(error.exceptions[0]).__name__)
    print(task.cancelled(), task.cancelling())


asyncio.run(main())
