# SPDX-License-Identifier: GPL-3.0-or-later
# Every function of jug-python-sync.h that has to do with locks and their like, once.
import asyncio


async def cook(name, lock, done):
    async with lock:
        print(name, lock.locked())
        await asyncio.sleep(1)
    await done.wait()
    print(name, "goes home")


async def locks(lock):
    done = asyncio.Event()
    a = asyncio.create_task(cook("A", lock, done))
    b = asyncio.create_task(cook("B", lock, done))
    await asyncio.sleep(3)
    done.set()
    print(done.is_set())
    await asyncio.gather(a, b)
    done.clear()
    await lock.acquire()
    lock.release()
    try:
        lock.release()
    except RuntimeError:
        print("released twice")


async def leave_twice(lock):
    try:
        async with lock:
            lock.release()
            raise KeyError("hidden by what leaving raises")
    except RuntimeError:
        print("released inside")
    try:
        async with lock:
            raise KeyError("body")
    except KeyError:
        print("body failed", lock.locked())


class Shop:
    stock = 0

    def has_stock(self):
        return self.stock > 0

    def is_closed(self):
        raise ValueError("no answer")


async def buy(shop, condition):
    async with condition:
        await condition.wait_for(shop.has_stock)
        print("buys", condition.locked())


async def wait_once(condition):
    await condition.acquire()
    await condition.wait()
    condition.release()


async def conditions(lock):
    shop = Shop()
    condition = asyncio.Condition(lock)
    buyer = asyncio.create_task(buy(shop, condition))
    idler = asyncio.create_task(wait_once(condition))
    await asyncio.sleep(1)
    async with condition:
        condition.notify(1)
    await asyncio.sleep(1)
    async with condition:
        shop.stock = 1
        condition.notify_all()
    await asyncio.gather(buyer, idler)
    try:
        await asyncio.Condition().wait_for(shop.is_closed)
    except ValueError:
        print("the predicate failed")
    try:
        condition.notify_all()
    except RuntimeError:
        print("not locked")


async def visit(seats, door):
    async with seats:
        await asyncio.sleep(1)
    async with door:
        print("together", seats.locked())


async def semaphores_and_barriers():
    seats = asyncio.BoundedSemaphore(2)
    door = asyncio.Barrier(3)
    await asyncio.gather(visit(seats, door), visit(seats, door), visit(seats, door))
    print(door.parties, door.n_waiting)
    await door.abort()
    try:
        await door.wait()
    except asyncio.BrokenBarrierError:
        print(door.broken)
    await door.reset()
    try:
        seats.release()
    except ValueError:
        print("released too often")
    plain = asyncio.Semaphore(0)
    plain.release()
    await plain.acquire()
    try:
        asyncio.Semaphore(-1)
    except ValueError:
        print("less than nothing", plain.locked())


async def main():
    lock = asyncio.Lock()
    await locks(lock)
    await leave_twice(lock)
    await conditions(lock)
    await semaphores_and_barriers()


asyncio.run(main())
