# SPDX-License-Identifier: GPL-3.0-or-later
"""Forked processes with loops of their own, one that fails and one that is killed."""
import asyncio
import multiprocessing
import os
import signal


async def child(connection):
    await asyncio.sleep(0)
    print("child", flush=True)
    connection.send(asyncio.current_task().get_name())


def start(connection):
    asyncio.run(child(connection))


def fail():
    raise OSError("in the child")


if __name__ == "__main__":
    asyncio.run(asyncio.sleep(0))
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe()
    for target, args in ((start, (there,)), (fail, ())):
        process = context.Process(target=target, args=args, name="worker")
        process.start()
        process.join()
        print(process.exitcode, flush=True)
    print(here.recv())
    process = context.Process(target=signal.pause)
    process.start()
    os.kill(process.pid, signal.SIGTERM)
    process.join()
    print(process.exitcode)
