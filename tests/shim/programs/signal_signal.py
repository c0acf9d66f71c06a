# SPDX-License-Identifier: GPL-3.0-or-later
"""Handlers of the signal module that run between two steps of a task, and an alarm."""
import asyncio
import signal


async def main():
    loop = asyncio.get_running_loop()
    done = asyncio.Event()

    def handler(number, frame):
        print(signal.Signals(number).name, frame.f_code.co_name == "handler",
              asyncio.current_task(loop) is task)
        if number == signal.SIGALRM:
            loop.call_soon_threadsafe(done.set)

    task = asyncio.current_task()
    signal.signal(signal.SIGUSR2, handler)
    signal.raise_signal(signal.SIGUSR2)
    print(signal.getsignal(signal.SIGUSR2) is handler, signal.getitimer(signal.ITIMER_REAL))
    old = signal.signal(signal.SIGALRM, lambda number, frame: done.set())
    print(old)
    signal.signal(signal.SIGALRM, lambda number, frame: loop.call_soon_threadsafe(done.set))
    signal.setitimer(signal.ITIMER_REAL, 0.02)
    await done.wait()
    print("woken by an alarm", type(signal.getsignal(signal.SIGINT)).__name__)


print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)
asyncio.run(main())
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler,
      signal.getsignal(signal.SIGPIPE), signal.set_wakeup_fd(-1))
