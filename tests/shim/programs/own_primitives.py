# SPDX-License-Identifier: GPL-3.0-or-later
"""Subclasses of locks and queues that override what asyncio calls."""
import asyncio


class Stack(asyncio.Queue):
    def _init(self, maxsize):
        self._queue = []

    def _get(self):
        print("_get", len(self._queue))
        return self._queue.pop()

    def _put(self, item):
        print("_put", item)
        self._queue.append(item)


class Noisy(asyncio.Lock):
    _locked = "a class attribute"
    __slots__ = ("extra",)

    async def acquire(self):
        print("acquire", self._locked)
        return await super().acquire()

    def release(self):
        super().release()
        print("released", self._locked)


class Counting(asyncio.Semaphore):
    @property
    def free(self):
        return self._value


class Switch(asyncio.Event):
    def set(self):
        print("set", self._value)
        super().set()


async def main():
    stack, lock, semaphore, switch = Stack(), Noisy(), Counting(3), Switch()
    for item in "xyz":
        await stack.put(item)
    print(await stack.get(), stack._unfinished_tasks, vars(stack)["_unfinished_tasks"])
    async with lock, semaphore:
        print(lock.locked(), semaphore.free, vars(semaphore)["_value"])
    switch.set()
    print(sorted(vars(lock)), sorted(vars(switch)), vars(lock)["_locked"])
    lock._locked = True         # what some libraries do
    print(lock.locked(), vars(lock))
    del lock._locked
    print(lock._locked)


asyncio.run(main())
