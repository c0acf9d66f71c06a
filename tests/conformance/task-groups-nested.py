# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S45 S46
import asyncio


async def fails():
    await asyncio.sleep(1)
    raise ValueError("inner")


async def child(name):
    try:
        await asyncio.sleep(5)
    finally:
        print(name, "cancelled")


async def main():
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(child("outer's child"))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(child("inner's child"))
                inner.create_task(fails())
            print("never")
    except ExceptionGroup as error:
        group = error.exceptions[0]
        print(type(group).__name__, type(group.exceptions[0]).__name__)


asyncio.run(main())
