# SPDX-License-Identifier: GPL-3.0-or-later
# requires: 3.12
"""create_eager_task_factory with an own class, and with a function."""
import asyncio


class Own(asyncio.Task):
    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        print("made", self.done(), self.get_coro() is not None)


async def child(wait):
    if wait:
        await asyncio.sleep(0)
    print("in", type(asyncio.current_task()).__name__)
    await nested()


async def nested():
    asyncio.create_task(asyncio.sleep(0)).set_name("inner")


async def main():
    loop = asyncio.get_running_loop()
    for constructor in (Own, lambda *args, **options: Own(*args, **options)):
        loop.set_task_factory(asyncio.create_eager_task_factory(constructor))
        for wait in (False, True):
            task = asyncio.create_task(child(wait))
            print(type(task).__name__, task.done())
            await task


asyncio.run(main())
