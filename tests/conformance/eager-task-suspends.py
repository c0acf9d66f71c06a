# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S22 S18
# requires: 3.12
import asyncio


async def inner():
    print("inner starts")
    await asyncio.sleep(0)
    print("inner ends")


async def outer(name):
    print(name, "starts")
    task = asyncio.create_task(inner())
    print(name, "made its inner")
    await task
    print(name, "ends")


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    first = asyncio.create_task(outer("A"))
    second = asyncio.create_task(outer("B"))
    print("main goes on")
    await second
    await first


asyncio.run(main())
