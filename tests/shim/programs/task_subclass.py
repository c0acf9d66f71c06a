# SPDX-License-Identifier: GPL-3.0-or-later
"""An own subclass of Task, made by a factory."""
import asyncio


class Loud(asyncio.Task):
    def __init__(self, coro, **options):
        print("made for", coro.__name__, sorted(options))
        super().__init__(coro, **options)
        self.note = "own attribute"

    def cancel(self, msg=None):
        print("cancel", self.get_coro().__name__, msg)
        return super().cancel(msg=msg)

    def set_name(self, value):
        super().set_name(f"<{value}>")

    def __repr__(self):
        return f"Loud({self.get_name()})"


async def child():
    await asyncio.sleep(30)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(lambda loop, coro, **options: Loud(coro, loop=loop, **options))
    task = asyncio.create_task(child(), name="c")
    await asyncio.sleep(0)
    print(task, task.note, isinstance(task, asyncio.Task), type(task).__mro__[-3:])
    task.cancel("enough")
    results = await asyncio.gather(task, return_exceptions=True)
    print(results, hasattr(task, "__dict__"))
    print(asyncio.Task.__subclasses__() and Loud in asyncio.Task.__subclasses__())
    async with asyncio.TaskGroup() as group:
        print(type(group.create_task(asyncio.sleep(0), name="d")).__name__)


asyncio.run(main())
