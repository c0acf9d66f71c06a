# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S35 S45 S46
# requires: 3.13 (before, a group that failed forgot that it had been cancelled)
import asyncio


async def child():
    try:
        await asyncio.sleep(9)
    finally:
        raise ValueError("clean-up")


async def main():
    try:
        async with asyncio.timeout(1) as limit:
            async with asyncio.TaskGroup() as group:
                group.create_task(child())
                await asyncio.sleep(9)
    except ExceptionGroup as error:
        print("not a timeout but", len(error.exceptions), "error")
    print(limit.expired(), asyncio.current_task().cancelling())


asyncio.run(main())
