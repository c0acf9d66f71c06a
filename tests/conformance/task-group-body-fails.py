# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S46
import asyncio


async def child():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("child cancelled")
        raise KeyError("from the clean-up")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child())
            await asyncio.sleep(1)
            raise ValueError("body")
    except ExceptionGroup as error:
        for each in error.exceptions:
            print(type(each).__name__)


asyncio.run(main())
