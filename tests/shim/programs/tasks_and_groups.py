# SPDX-License-Identifier: GPL-3.0-or-later
"""Task groups, timeouts, gather, wait, as_completed and shield in one long program."""
import asyncio


async def child(number, delay=0):
    for _ in range(delay):
        await asyncio.sleep(0)
    if number < 0:
        raise ValueError(number)
    return number


async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(child(n, 3 - n)) for n in range(3)]
    print([task.result() for task in tasks], repr(group).split(" ")[0])
    print(await asyncio.gather(child(1), child(-1), return_exceptions=True))
    done, pending = await asyncio.wait(
        [asyncio.create_task(child(n, n * 3)) for n in range(3)],
        return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending))
    print(sorted([await first for first in asyncio.as_completed([child(2, 1), child(3)])]))
    inner = asyncio.create_task(child(4, 5))
    outer = asyncio.ensure_future(asyncio.shield(inner))
    await asyncio.sleep(0)
    outer.cancel()
    print(await asyncio.gather(outer, return_exceptions=True), await inner)
    try:
        async with asyncio.timeout(0):
            await asyncio.sleep(30)
    except TimeoutError as error:
        print(repr(error))
    task = asyncio.current_task()
    print(task.cancelling(), task.uncancel(), task.cancel("self"), task.cancelling())
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError as error:
        print(error.args, task.uncancel())
    task.set_name("renamed")
    print(asyncio.current_task().get_name(), task.done(), task.cancelled())
    for attempt in (task.result, task.exception):
        try:
            attempt()
        except asyncio.InvalidStateError as error:
            print(error)


asyncio.run(main())
