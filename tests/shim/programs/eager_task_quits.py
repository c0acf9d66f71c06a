# SPDX-License-Identifier: GPL-3.0-or-later
# requires: 3.12
"""What an eager task quits with goes to its creator, and the task is gone at once."""
import asyncio
import weakref

gone = []


async def quits():
    weakref.finalize(asyncio.current_task(), gone.append, "gone")
    raise SystemExit(3)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    try:
        asyncio.create_task(quits())
    except SystemExit as error:
        print(error.code, gone, flush=True)
    await asyncio.sleep(0)
    asyncio.Task(quits(), loop=loop, eager_start=True)


asyncio.run(main())
