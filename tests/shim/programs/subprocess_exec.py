# SPDX-License-Identifier: GPL-3.0-or-later
"""Children with pipes: communicate, line by line, statuses, a kill."""
import asyncio
import sys

ECHO = "import sys; [print(line.strip()[::-1], flush=True) for line in sys.stdin]"


async def main():
    pipe = asyncio.subprocess.PIPE
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-c", ECHO, stdin=pipe, stdout=pipe)
    for word in (b"stop\n", b"live\n"):
        child.stdin.write(word)
        print(await child.stdout.readline())
    child.stdin.close()
    print(await child.wait(), child.returncode)
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-c", "import sys; sys.stderr.write('no'); sys.exit(7)",
        stdout=pipe, stderr=pipe)
    print(await child.communicate(), child.returncode)
    child = await asyncio.create_subprocess_exec("sleep", "30")
    child.kill()
    print(await child.wait(), repr(child)[:8])
    try:
        await asyncio.create_subprocess_exec("./no-such-program")
    except FileNotFoundError as error:
        print(error)


asyncio.run(main())
