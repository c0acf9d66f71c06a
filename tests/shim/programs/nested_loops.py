# SPDX-License-Identifier: GPL-3.0-or-later
"""A loop that is patched so that it can run inside itself, as some notebooks do."""
import asyncio


def run_nested(loop, coroutine):
    task = asyncio.ensure_future(coroutine, loop=loop)
    current = asyncio.current_task(loop)
    asyncio.tasks._leave_task(loop, current)
    try:
        while not task.done():
            loop._run_once()
    finally:
        asyncio.tasks._enter_task(loop, current)
    return task.result()


async def child(number):
    await asyncio.sleep(0.001)
    return number, asyncio.current_task().get_name()


async def main():
    loop = asyncio.get_running_loop()
    other = asyncio.create_task(child(1), name="other")
    print(run_nested(loop, child(2)), asyncio.current_task().get_name())
    print(run_nested(loop, asyncio.gather(child(3), child(4))))
    print(await other)


asyncio.run(main(), debug=False)
