# SPDX-License-Identifier: GPL-3.0-or-later
"""Callbacks that fail: call_soon, timers, done callbacks, readers; default handler."""
import asyncio
import functools


def fail(word):
    raise ValueError(word)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(fail, "soon")
    loop.call_soon(functools.partial(fail, word="partial"))
    loop.call_at(0, fail, "later")
    future = loop.create_future()
    future.add_done_callback(lambda future: fail("done"))
    future.set_result(None)
    await asyncio.sleep(0.001)
    loop.call_soon(lambda: (_ for _ in ()).throw(LookupError("in a lambda")))
    loop.call_soon(print)
    await asyncio.sleep(0)


asyncio.run(main())
