# SPDX-License-Identifier: GPL-3.0-or-later
"""Handles and timers as objects: types, comparison, hashes, cancel, attributes."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    handle = loop.call_soon(print, "called")
    first, second = loop.call_at(5e9, print), loop.call_at(6e9, print)
    same = asyncio.TimerHandle(5e9, print, (), loop)
    print(type(handle), type(first), type(handle).__mro__)
    print(isinstance(handle, asyncio.Handle), isinstance(first, asyncio.TimerHandle),
          isinstance(first, asyncio.Handle), type(first).__mro__[1] is asyncio.Handle)
    print(first < second, first >= second, first == second, first == same, first != 5)
    print(sorted([second, first]) == [first, second], hash(first) == hash(5e9))
    print(first.when(), first.cancelled(), handle.cancelled(), first._scheduled)
    print(handle._callback, handle._args, hasattr(handle, "__dict__"))
    try:
        handle.extra = 1
    except AttributeError as error:
        print(error)
    for timer in (first, second):
        timer.cancel()
        print(timer._callback, timer._args, timer.when())
    print(asyncio.Handle.__slots__, asyncio.TimerHandle.__slots__)
    print(len(loop._scheduled), len(loop._ready), loop._timer_cancelled_count)
    await asyncio.sleep(0)
    print(handle.get_context() if False else len(loop._ready))


asyncio.run(main())
