# SPDX-License-Identifier: GPL-3.0-or-later
# requires: 3.14
"""Who waits for whom, as asyncio's own call graph tells it."""
import asyncio


async def child(number):
    if number == 2:
        asyncio.print_call_graph()
        print(asyncio.format_call_graph(limit=1))
    await asyncio.sleep(0.01)


async def parent():
    async with asyncio.TaskGroup() as group:
        for number in range(3):
            group.create_task(child(number), name=f"child {number}")


def show(graph, depth=0):
    names = [entry.frame.f_code.co_qualname for entry in graph.call_stack]
    print(" " * depth, type(graph.future), names)
    for each in graph.awaited_by:
        show(each, depth + 1)


async def main():
    task = asyncio.create_task(asyncio.wait_for(parent(), 5), name="parent")
    await asyncio.sleep(0.002)
    show(asyncio.capture_call_graph(task))
    show(asyncio.capture_call_graph())
    waiting = asyncio.gather(task, asyncio.shield(asyncio.sleep(0.02)))
    show(asyncio.capture_call_graph(waiting))
    asyncio.get_running_loop().call_soon(shows_nothing)
    await waiting
    print(asyncio.format_call_graph(task))
    eager = asyncio.create_task(child(2), eager_start=True, name="eager")
    asyncio.print_call_graph(eager)
    await eager


def shows_nothing():
    try:
        print(asyncio.capture_call_graph())
    except RuntimeError as error:
        print(error)


asyncio.run(main())
shows_nothing()
