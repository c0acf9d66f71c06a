# SPDX-License-Identifier: GPL-3.0-or-later
"""A loop driven by hand: call_soon, call_later, call_at, stop, close, errors."""
import asyncio

loop = asyncio.new_event_loop()
start = loop.time()
order = []
handle = loop.call_later(0.002, order.append, "later")
loop.call_soon(order.append, "soon")
loop.call_at(start + 0.001, order.append, "at")
cancelled = loop.call_soon(order.append, "never")
cancelled.cancel()
loop.call_later(0.003, loop.stop)
loop.run_forever()
print(order, cancelled.cancelled(), handle.cancelled(), handle.when() > start)


async def work():
    await asyncio.sleep(0, loop)
    return asyncio.get_event_loop() is loop, loop.is_running()

print(loop.run_until_complete(work()))
future = loop.create_future()
loop.call_soon(future.set_exception, OSError("by hand"))
try:
    loop.run_until_complete(future)
except OSError as error:
    print(error, loop.is_running())
loop.call_soon(loop.stop)
try:
    loop.run_until_complete(loop.create_future())
except RuntimeError as error:
    print(error)
loop.close()
for attempt in (loop.run_forever, lambda: loop.call_soon(print)):
    try:
        attempt()
    except RuntimeError as error:
        print(error)
print(str(loop)[:40])
