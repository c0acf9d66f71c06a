# SPDX-License-Identifier: GPL-3.0-or-later
"""loop.add_signal_handler with signals that the program sends to itself."""
import asyncio
import os
import signal


async def main():
    loop = asyncio.get_running_loop()
    got = asyncio.Queue()
    for number in (signal.SIGUSR1, signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, got.put_nowait, number.name)
    for number in (signal.SIGUSR1, signal.SIGTERM, signal.SIGINT):
        os.kill(os.getpid(), number)
        print(await got.get())
    print(loop.remove_signal_handler(signal.SIGUSR1),
          loop.remove_signal_handler(signal.SIGUSR1))
    print(signal.getsignal(signal.SIGUSR1), signal.getsignal(signal.SIGINT).__name__)
    try:
        loop.add_signal_handler(signal.SIGKILL, print)
    except RuntimeError as error:
        print(error)
    try:
        loop.add_signal_handler(signal.SIGUSR1, main)
    except TypeError as error:
        print(error)


asyncio.run(main())
print(signal.getsignal(signal.SIGTERM), signal.set_wakeup_fd(-1))
