# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S23 S24
import asyncio


async def child():
    print("child is", asyncio.current_task().get_name())


async def main():
    print("main is", asyncio.current_task().get_name())
    await asyncio.gather(child(), child())


asyncio.run(main())
asyncio.run(main())
