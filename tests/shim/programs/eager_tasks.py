# SPDX-License-Identifier: GPL-3.0-or-later
# requires: 3.12
"""Eager tasks: their first step runs inside create_task."""
import asyncio


async def child(number, order):
    order.append(f"start {number} in {asyncio.current_task().get_name()}")
    if number % 2:
        await asyncio.sleep(0)
    order.append(f"end {number}")
    return number


async def fails():
    raise ValueError("eager")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    order = []
    tasks = [loop.create_task(child(n, order), name=f"t{n}") for n in range(4)]
    order.append("all made")
    print([task.done() for task in tasks], await asyncio.gather(*tasks))
    print(*order, sep="\n")
    task = loop.create_task(fails())
    print(task.done(), repr(task.exception()), asyncio.current_task().get_name())
    async with asyncio.TaskGroup() as group:
        group.create_task(child(2, order))
    plain = asyncio.Task(child(6, order), loop=loop, eager_start=True)
    print(plain.done(), plain.result(), len(asyncio.all_tasks()))


asyncio.run(main())
