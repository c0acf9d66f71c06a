# SPDX-License-Identifier: GPL-3.0-or-later
"""Datagram endpoints that answer each other."""
import asyncio


class Echo(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, address):
        self.transport.sendto(data[::-1], address)


class Asking(asyncio.DatagramProtocol):
    def __init__(self, done):
        self.done = done

    def datagram_received(self, data, address):
        self.done.set_result(data)

    def connection_lost(self, error):
        print("lost", error)


async def main():
    loop = asyncio.get_running_loop()
    server, _ = await loop.create_datagram_endpoint(Echo, ("127.0.0.1", 0))
    done = loop.create_future()
    client, protocol = await loop.create_datagram_endpoint(
        lambda: Asking(done), remote_addr=server.get_extra_info("sockname"))
    client.sendto(b"stressed")
    print(await done, type(protocol).__name__)
    client.close()
    server.close()
    await asyncio.sleep(0)


asyncio.run(main())
