# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S23
# requires: 3.13
import asyncio


async def child():
    print("child is", asyncio.current_task().get_name())


async def main():
    first = asyncio.create_task(child(), name="kettle")
    second = asyncio.create_task(child())
    await asyncio.gather(first, second)


asyncio.run(main())
