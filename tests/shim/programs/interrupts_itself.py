# SPDX-License-Identifier: GPL-3.0-or-later
"""KeyboardInterrupt raised by a task: out of the run at once, death by SIGINT."""
import asyncio


async def child():
    raise KeyboardInterrupt("from a task")


async def main():
    asyncio.create_task(child())
    try:
        await asyncio.sleep(30)
    finally:
        print("main ends")


asyncio.run(main())
