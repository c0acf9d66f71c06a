# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S23
import asyncio


async def child():
    print("child is", asyncio.current_task().get_name())


async def main():
    print("main is", asyncio.current_task().get_name())
    first = asyncio.create_task(child())
    second = asyncio.create_task(child())
    third = asyncio.create_task(child(), name="kettle")
    second.set_name("renamed")
    await asyncio.gather(first, second, third)
    print(first.get_name(), second.get_name(), third.get_name())


asyncio.run(main())
