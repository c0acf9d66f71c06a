# SPDX-License-Identifier: GPL-3.0-or-later
"""The frames below a signal's handler."""
import asyncio
import signal
import traceback


def handler(number, frame):
    print("".join(traceback.format_stack(frame)))
    names = []
    while names[-1:] != ["<module>"]:
        names.append(frame.f_code.co_name)
        frame = frame.f_back
    print(names)


signal.signal(signal.SIGUSR1, handler)
signal.raise_signal(signal.SIGUSR1)


async def main():
    signal.raise_signal(signal.SIGUSR1)


asyncio.run(main())
