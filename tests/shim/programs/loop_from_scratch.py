# SPDX-License-Identifier: GPL-3.0-or-later
# loop: other
"""An event loop that shares nothing with asyncio's own but the interface."""
import asyncio
import collections
import heapq
import time


class TinyLoop(asyncio.AbstractEventLoop):
    def __init__(self):
        self.ready, self.timers, self.running = collections.deque(), [], False

    def time(self):
        return time.monotonic()

    def get_debug(self):
        return False

    def create_future(self):
        return asyncio.Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        return asyncio.Task(coro, loop=self, name=name)

    def call_soon(self, callback, *args, context=None):
        handle = asyncio.Handle(callback, args, self, context)
        self.ready.append(handle)
        return handle

    def call_later(self, delay, callback, *args, context=None):
        timer = asyncio.TimerHandle(self.time() + delay, callback, args, self, context)
        heapq.heappush(self.timers, timer)
        return timer

    call_at = None

    def _timer_handle_cancelled(self, handle):
        pass

    def call_exception_handler(self, context):
        print("handler", context["message"])

    def run_until_complete(self, future):
        asyncio._set_running_loop(self)
        task = asyncio.ensure_future(future, loop=self)
        while not task.done():
            while self.timers and self.timers[0].when() <= self.time():
                self.ready.append(heapq.heappop(self.timers))
            if self.ready:
                handle = self.ready.popleft()
                if not handle.cancelled():
                    handle._run()
        asyncio._set_running_loop(None)
        return task.result()


async def child(number):
    await asyncio.sleep(0.001 * number)
    return number, asyncio.current_task().get_name()


async def main():
    asyncio.get_running_loop().call_soon(print, "called")
    print(await asyncio.gather(child(2), child(1)))


TinyLoop().run_until_complete(main())
