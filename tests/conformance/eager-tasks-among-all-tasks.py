# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S22
# requires: 3.12
import asyncio


async def child(name, future, other):
    task = asyncio.current_task()
    print(name, "is one of", len(asyncio.all_tasks()), task in asyncio.all_tasks())
    if future:
        await future
        other.set_result(name)
    print(name, "is still the same", asyncio.current_task() is task)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    first = loop.create_future()
    second = loop.create_future()
    task = asyncio.create_task(child("A", None, None))
    print(task.done(), len(asyncio.all_tasks()))
    task = asyncio.create_task(child("B", first, second))
    print(task.done(), len(asyncio.all_tasks()))
    first.set_result(None)
    print(await second, task.done(), len(asyncio.all_tasks()))


asyncio.run(main())
