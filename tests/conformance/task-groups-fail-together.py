# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S45 S46
# requires: 3.13
# order: not promised
import asyncio


async def fails(name):
    await asyncio.sleep(1)
    raise ValueError(name)


async def main():
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(fails("outer"))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(fails("inner"))
    except ExceptionGroup as error:
        for each in error.exceptions:
            print(type(each).__name__)
    print("requests:", asyncio.current_task().cancelling())
    await asyncio.sleep(1)
    print("main goes on")


asyncio.run(main())
