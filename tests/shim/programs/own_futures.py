# SPDX-License-Identifier: GPL-3.0-or-later
"""Futures made by hand: subclasses, callbacks, errors, results set twice."""
import asyncio


class Own(asyncio.Future):
    def set_result(self, value):
        print("set_result", value)
        super().set_result(value)


async def main():
    loop = asyncio.get_running_loop()
    own = Own(loop=loop)
    own.add_done_callback(lambda future: print("callback", future.result(), future is own))
    loop.call_later(0.001, own.set_result, "value")
    print(await own)
    for attempt in (lambda: own.set_result(2), lambda: own.set_exception(OSError()),
                    lambda: loop.create_future().result(),
                    lambda: loop.create_future().set_exception(StopIteration)):
        try:
            attempt()
        except (asyncio.InvalidStateError, TypeError) as error:
            print(type(error).__name__, error)
    future = loop.create_future()
    print(future.remove_done_callback(print), future.cancel("why"), future.cancel())
    try:
        await future
    except asyncio.CancelledError as error:
        print(error.args, future.cancelled())
    print(type(future), Own.__mro__[1] is asyncio.Future, hasattr(own, "__dict__"))
    future = loop.create_future()
    future.note = "futures take attributes"
    print(future.note, hasattr(future, "__dict__"), hasattr(future, "other"))


asyncio.run(main())
