# SPDX-License-Identifier: GPL-3.0-or-later
"""Task factories: a function, a strange one, and the default again."""
import asyncio


def named(loop, coro, **options):
    task = asyncio.Task(coro, loop=loop, **options)
    task.set_name(f"made-{coro.__name__}")
    return task


class Wrapper:
    """Not a task at all, but it can be awaited."""

    def __init__(self, coro):
        self.coro = coro

    def set_name(self, name):
        pass

    def __await__(self):
        return self.coro.__await__()


async def child():
    await asyncio.sleep(0)
    return getattr(asyncio.current_task(), "get_name", str)()


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_task_factory())
    loop.set_task_factory(named)
    print(await asyncio.create_task(child()), await asyncio.gather(child(), child()))
    print(loop.get_task_factory() is named)
    loop.set_task_factory(lambda loop, coro, **options: Wrapper(coro))
    print(type(loop.create_task(child())).__name__ == "Wrapper")
    print(await loop.create_task(child()))
    loop.set_task_factory(None)
    print(await loop.create_task(child(), name="by default"))
    try:
        loop.set_task_factory(5)
    except TypeError as error:
        print(error)


asyncio.run(main(), debug=False)
