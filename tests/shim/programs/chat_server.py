# SPDX-License-Identifier: GPL-3.0-or-later
"""A larger program: a chat server with rooms, clients that talk, time-outs, a log."""
import asyncio
import contextlib
import logging
import sys

logging.basicConfig(level=logging.INFO, stream=sys.stdout, format="%(name)s %(message)s")
log = logging.getLogger("chat")


class Room:
    def __init__(self):
        self.members, self.lock = {}, asyncio.Lock()

    async def join(self, name, writer):
        async with self.lock:
            self.members[name] = writer
            log.info("%s joins, %d here", name, len(self.members))

    async def say(self, name, text):
        async with self.lock:
            for writer in self.members.values():
                writer.write(f"{name}: {text}\n".encode())
            await asyncio.gather(*(w.drain() for w in self.members.values()))


async def serve(room, reader, writer):
    name = (await reader.readline()).decode().strip()
    await room.join(name, writer)
    writer.write(b"welcome\n")
    with contextlib.suppress(asyncio.TimeoutError):
        while line := await asyncio.wait_for(reader.readline(), 5):
            await room.say(name, line.decode().strip())
    async with room.lock:
        del room.members[name]
    writer.close()


class Client:
    async def connect(self, port, name):
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", port)
        self.writer.write(name.encode() + b"\n")
        print(name, await self.reader.readline())

    async def close(self):
        self.writer.close()
        await self.writer.wait_closed()


async def main():
    room = Room()
    server = await asyncio.start_server(lambda r, w: serve(room, r, w), "127.0.0.1", 0)
    port, clients = server.sockets[0].getsockname()[1], [Client(), Client()]
    for name, client in zip(("Ada", "Bob"), clients):
        await client.connect(port, name)
    for number, client in enumerate(clients):
        client.writer.write(b"hello %d\n" % number)
        for reader in clients:
            print(await reader.reader.readline())
    for client in clients:
        await client.close()
    while room.members:
        await asyncio.sleep(0.001)
    server.close()
    log.info("closed")


asyncio.run(main())
