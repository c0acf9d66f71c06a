# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S30
import asyncio


async def child():
    asyncio.current_task().cancel()
    raise ValueError("before any await")


async def main():
    task = asyncio.create_task(child())
    try:
        await task
    except ValueError:
        print("the exception wins, cancelled is", task.cancelled())


asyncio.run(main())
