# SPDX-License-Identifier: GPL-3.0-or-later
# shim: --virtual-time
"""Order, errors and output are the same when waiting takes no time."""
import asyncio
import signal
import time


async def child(number):
    await asyncio.sleep(number * 0.02)
    print("child", number)
    return number


async def main():
    loop = asyncio.get_running_loop()
    timer = loop.create_future()
    loop.call_later(0.01, timer.set_result, "timer")
    print(await timer)
    print(await asyncio.gather(*(child(n) for n in (3, 1, 2))))
    try:
        async with asyncio.timeout(0.02):
            await asyncio.Event().wait()
    except TimeoutError as error:
        print(repr(error))
    time.sleep(0.01)
    print(await asyncio.to_thread(sum, [1, 2]), type(time.time()), type(loop.time()))
    server = await asyncio.start_server(lambda r, w: w.close(), "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    print(await reader.read(), time.sleep.__name__)
    writer.close()
    server.close()
    loop.add_signal_handler(signal.SIGUSR1, print, "signal")
    process = await asyncio.create_subprocess_exec("true")
    print(await process.wait())
    signal.raise_signal(signal.SIGUSR1)
    await asyncio.sleep(0.01)
    await asyncio.wait_for(child(50), 0.03)


asyncio.run(main())
