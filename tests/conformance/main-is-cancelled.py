# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S24 S27
import asyncio


async def rebel(main_task):
    print("cancelling main")
    main_task.cancel()
    await asyncio.sleep(1)
    print("never")


async def main():
    task = asyncio.create_task(rebel(asyncio.current_task()))
    try:
        await asyncio.sleep(5)
    finally:
        print("main cleans up", task.done())


asyncio.run(main())
