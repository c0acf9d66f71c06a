# SPDX-License-Identifier: GPL-3.0-or-later
"""Shell commands at once, each with its own pipes."""
import asyncio


async def shell(command, text=None):
    child = await asyncio.create_subprocess_shell(
        command, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT)
    out, err = await child.communicate(text)
    return command, out.decode(), err, child.returncode


async def main():
    for result in await asyncio.gather(
            shell("echo a; echo b >&2"), shell("tr a-z A-Z | rev", b"hello"),
            shell("exit 3"), shell("kill -9 $$"), shell("ls; pwd | wc -l")):
        print(*result, sep=" | ")
    child = await asyncio.create_subprocess_shell("exec sleep 30")
    try:
        await asyncio.wait_for(child.wait(), 0.02)
    except TimeoutError as error:
        print("too late", repr(error))
    child.terminate()
    print(await child.wait())


asyncio.run(main())
