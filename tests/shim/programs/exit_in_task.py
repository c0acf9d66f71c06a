# SPDX-License-Identifier: GPL-3.0-or-later
"""sys.exit with a number inside a task, while others wait."""
import asyncio
import sys


async def child():
    await asyncio.sleep(0)
    sys.exit(42)


async def main():
    task = asyncio.create_task(child())
    try:
        await asyncio.sleep(30)
    except asyncio.CancelledError:
        print("main is cancelled", task.done(), repr(task.exception()))
        raise


try:
    asyncio.run(main())
finally:
    print("finally")
