# SPDX-License-Identifier: GPL-3.0-or-later
"""Local variables of coroutines die when they are deleted or bound anew."""
import asyncio
import gc
import weakref


class Thing:
    pass


async def inner(thing):
    ref = weakref.ref(thing)
    await asyncio.sleep(0)
    del thing
    await asyncio.sleep(0)
    return ref


async def main():
    thing = Thing()
    ref = weakref.ref(thing)
    await asyncio.sleep(0)
    del thing
    print("deleted", ref() is None)
    ref = await inner(Thing())
    print("in a callee", ref() is None)
    thing = Thing()
    ref = weakref.ref(thing)
    await asyncio.sleep(0)
    thing = None
    print("bound anew", ref() is None)
    await asyncio.sleep(0)
    print("after another wait", ref() is None)


gc.disable()
asyncio.run(main())
