# SPDX-License-Identifier: GPL-3.0-or-later
"""debug=True: where tasks and handles were made, wrong threads, wrong callbacks."""
import asyncio
import threading


async def child():
    await asyncio.sleep(0)


async def main():
    loop = asyncio.get_running_loop()
    print(loop.slow_callback_duration)
    loop.slow_callback_duration = 30
    task = asyncio.create_task(child())
    future = loop.create_future()
    for entry in task._source_traceback + future._source_traceback:
        print(entry.name, entry.lineno, entry.line)
    handle = loop.call_later(9, print)
    print([entry.name for entry in handle._source_traceback])
    print([name for _, _, name in task.get_coro().cr_origin[:3]])
    print(repr(task).split("/")[-1], repr(handle).split("/")[-1])
    await task
    future.cancel()
    handle.cancel()
    try:
        loop.call_soon(child)
    except TypeError as error:
        print(error)
    errors = []

    def wrong_thread():
        try:
            loop.call_soon(print)
        except RuntimeError as error:
            errors.append(error)

    await asyncio.to_thread(wrong_thread)
    print(errors)
    threading.Thread(target=loop.call_soon_threadsafe, args=(errors.clear,)).start()
    while errors:
        await asyncio.sleep(0)


asyncio.run(main(), debug=True)
