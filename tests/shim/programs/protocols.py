# SPDX-License-Identifier: GPL-3.0-or-later
"""Plain protocols and transports: every call that they get, in order."""
import asyncio


class Recording(asyncio.Protocol):
    def __init__(self, name, end):
        self.name, self.end = name, end

    def connection_made(self, transport):
        self.transport = transport
        self.end.calls.append((self.name, "made"))

    def data_received(self, data):
        self.end.calls.append((self.name, data))
        if self.name == "server":
            self.transport.write(b"pong")
        else:
            self.transport.close()

    def eof_received(self):
        self.end.calls.append((self.name, "eof"))

    def connection_lost(self, error):
        self.end.calls.append((self.name, "lost", error))
        self.end.lost += 1
        if self.end.lost == 2:
            self.end.future.set_result(None)


class End:
    def __init__(self, future):
        self.future, self.calls, self.lost = future, [], 0


async def main():
    loop = asyncio.get_running_loop()
    end = End(loop.create_future())
    server = await loop.create_server(lambda: Recording("server", end), "127.0.0.1", 0)
    transport, client = await loop.create_connection(
        lambda: Recording("client", end), *server.sockets[0].getsockname())
    print(transport.get_write_buffer_size(), transport.get_write_buffer_limits())
    transport.write(b"ping")
    await end.future
    for name in ("server", "client"):
        print(*[call for call in end.calls if call[0] == name])
    print(transport.is_closing(), repr(transport)[:22])
    server.close()


asyncio.run(main())
