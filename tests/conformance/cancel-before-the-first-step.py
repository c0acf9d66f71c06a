# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S29
import asyncio


async def child():
    try:
        print("never")
    finally:
        print("not even this")


async def main():
    task = asyncio.create_task(child())
    task.cancel()
    print("cancelled is", task.cancelled())
    await asyncio.sleep(0)
    print("cancelled is", task.cancelled())


asyncio.run(main())
