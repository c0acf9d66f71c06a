# SPDX-License-Identifier: GPL-3.0-or-later
"""What call_soon_threadsafe gives: types, comparison, cancel by this and other threads."""
import asyncio
import threading


def shows(handle):
    kind = type(handle)
    return (kind, kind.__mro__, kind.__slots__, isinstance(handle, asyncio.Handle),
            hasattr(handle, "__dict__"), handle.cancelled(), handle._args)


async def main():
    loop = asyncio.get_running_loop()
    here = loop.call_soon_threadsafe(print, "called")
    print(shows(here))
    made = []

    def elsewhere():
        made.append(loop.call_soon_threadsafe(print, "from another thread"))
        made.append(loop.call_soon_threadsafe(print, "never"))
        made[1].cancel()
        cancelled.cancel()

    cancelled = loop.call_soon_threadsafe(print, "never either")
    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    print(*map(shows, made), shows(cancelled), sep="\n")
    try:
        here.extra = 1
    except AttributeError as error:
        print(error)
    await asyncio.sleep(0)
    loop.call_soon_threadsafe(1 .__truediv__, "two").cancel()
    loop.set_exception_handler(lambda loop, context: print(sorted(context), context))
    loop.call_soon_threadsafe(lambda: 1 / 0)
    await asyncio.sleep(0)
    await asyncio.to_thread(loop.call_soon_threadsafe, print, "from a pool")
    await asyncio.sleep(0.01)


asyncio.run(main())
asyncio.run(main(), debug=True)
