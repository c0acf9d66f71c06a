# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S45 S46
import asyncio


async def fails(name, seconds):
    await asyncio.sleep(seconds)
    print(name, "fails")
    raise ValueError(name)


async def main():
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(fails("outer's child", 1))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(fails("inner's child", 9))
    except ExceptionGroup as error:
        print(len(error.exceptions), type(error.exceptions[0]).__name__)
    print("requests:", asyncio.current_task().cancelling())


asyncio.run(main())
