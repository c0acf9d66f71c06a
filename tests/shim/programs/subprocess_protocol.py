# SPDX-License-Identifier: GPL-3.0-or-later
"""subprocess_exec with an own protocol, and every call that it gets."""
import asyncio


class Protocol(asyncio.SubprocessProtocol):
    def __init__(self, done):
        self.done, self.data, self.calls = done, b"", []

    def pipe_data_received(self, number, data):
        self.data += data

    def pipe_connection_lost(self, number, error):
        self.calls.append(("lost", number, error))

    def process_exited(self):
        self.calls.append("exited")

    def connection_lost(self, error):
        self.done.set_result(error)


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    transport, protocol = await loop.subprocess_exec(
        lambda: Protocol(done), "sh", "-c", "echo out; exit 4", stdin=None, stderr=None)
    print(await done, protocol.data, transport.get_returncode())
    print(sorted(map(str, protocol.calls)))
    transport.close()


asyncio.run(main())
