# SPDX-License-Identifier: GPL-3.0-or-later
"""add_reader and add_writer on a pair of sockets, and what they return."""
import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    left, right = socket.socketpair()
    got = loop.create_future()

    def readable():
        got.set_result(left.recv(100))
        print(loop.remove_reader(left))

    def writable():
        right.send(b"ping")
        print(loop.remove_writer(right), loop.remove_writer(right))

    with left, right:
        print(loop.add_reader(left, readable), loop.add_writer(right, writable))
        print(await got)
        print(loop.remove_reader(left))
        print(loop.get_debug(), asyncio.current_task().get_name())


asyncio.run(main())
