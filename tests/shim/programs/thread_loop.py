# SPDX-License-Identifier: GPL-3.0-or-later
"""A loop in a second thread, given work by run_coroutine_threadsafe."""
import asyncio
import threading


async def work(number):
    await asyncio.sleep(0)
    if number == 2:
        raise KeyError(number)
    return number, threading.current_thread().name, asyncio.current_task().get_name()


def run(loop):
    asyncio.set_event_loop(loop)
    loop.run_forever()
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.close()


loop = asyncio.new_event_loop()
thread = threading.Thread(target=run, args=(loop,), name="second")
thread.start()
for number in range(4):
    future = asyncio.run_coroutine_threadsafe(work(number), loop)
    try:
        print(future.result(5))
    except KeyError as error:
        print("failed", error, type(future).__name__)


async def main():
    print(await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work(9), loop)))

asyncio.run(main())
loop.call_soon_threadsafe(loop.stop)
thread.join()
print(loop.is_closed(), thread.is_alive())
