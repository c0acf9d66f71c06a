# SPDX-License-Identifier: GPL-3.0-or-later
"""Objects with __repr__, __str__, __eq__, __hash__, __bool__ that say who calls them."""
import asyncio

count = 0


class Shy:
    def _called(self, *args):
        global count
        count += 1
        raise RuntimeError("who is calling?")

    __repr__ = __str__ = __eq__ = __hash__ = __bool__ = __len__ = __iter__ = _called
    __format__ = __call__ = __dir__ = __sizeof__ = __reduce_ex__ = _called

    def __getattr__(self, name):
        self._called()


class ShyList(list):
    def __repr__(self):
        global count
        count += 1
        return "shy list"

    __len__ = __iter__ = __repr__


class ShyError(Exception):
    def __str__(self):
        global count
        count += 1
        return "shy error"

    __repr__ = __str__


class ShyClass(type):
    def __repr__(cls):
        global count
        count += 1
        return "shy class"


class Made(metaclass=ShyClass):
    pass


async def child(shy, many, made, nested):
    text = {"key": shy}
    await asyncio.sleep(0)
    raise ShyError(shy)


async def main():
    shy, many, made = Shy(), ShyList(), Made()
    nested = [(shy, many, made)]
    task = asyncio.create_task(child(shy, many, made, nested))
    await asyncio.wait([task])
    error = task.exception()
    try:
        await task
    except ShyError:
        await asyncio.sleep(0)
    del error
    queue = asyncio.Queue()
    queue.put_nowait(shy)
    asyncio.get_running_loop().call_soon(lambda *args: None, shy, many)
    await asyncio.sleep(0)
    await asyncio.to_thread(lambda *args: None, shy, many)
    print("called", count, "times")


asyncio.run(main())
