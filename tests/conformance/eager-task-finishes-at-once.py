# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S22
# requires: 3.12
import asyncio


async def child(name):
    print("child", name)
    return name


async def fails():
    raise ValueError("at once")


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    task = asyncio.create_task(child("A"))
    print("made, done is", task.done())
    print(await task)
    failing = asyncio.create_task(fails())
    print(failing.done())
    try:
        await failing
    except ValueError as error:
        print(type(error).__name__)


asyncio.run(main())
