# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S22 S45
# requires: 3.13.2 (before, a group was aborted while it still made the child)
import asyncio


async def fails():
    raise ValueError("at once")


async def sibling():
    try:
        await asyncio.sleep(5)
    finally:
        print("sibling cancelled")


async def quick():
    print("quick")


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(sibling())
            failing = group.create_task(fails())
            print("the body goes on", failing.done())
            group.create_task(quick())
            await asyncio.sleep(9)
            print("never")
    except ExceptionGroup as error:
        print(len(error.exceptions), type(error.exceptions[0]).__name__)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails())
        print("never")
    except ExceptionGroup as error:
        print(len(error.exceptions), type(error.exceptions[0]).__name__)
    print("requests:", asyncio.current_task().cancelling())


asyncio.run(main())
