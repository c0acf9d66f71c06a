# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S30
import asyncio


async def child():
    asyncio.current_task().cancel()
    print("goes on to its end")
    return "lost"


async def main():
    task = asyncio.create_task(child())
    try:
        print(await task)
    except asyncio.CancelledError:
        print("the value is lost, cancelled is", task.cancelled())


asyncio.run(main())
