# SPDX-License-Identifier: GPL-3.0-or-later
"""unittest.mock: AsyncMock, and asyncio's own functions patched."""
import asyncio
import time
import unittest.mock


async def main():
    mock = unittest.mock.AsyncMock(return_value=7)
    print(await mock(1, a=2), mock.await_args)
    mock.side_effect = [1, ValueError("second")]
    print(await mock())
    try:
        await mock()
    except ValueError as error:
        print(error)
    with unittest.mock.patch("asyncio.sleep") as sleep:
        await asyncio.sleep(30)
    print(sleep.await_count, type(sleep).__name__)
    with unittest.mock.patch("time.sleep") as sleep, \
            unittest.mock.patch("time.time", return_value=5), \
            unittest.mock.patch("builtins.print") as printing:
        time.sleep(30)
        print("not seen", time.time())
    print(sleep.mock_calls, printing.mock_calls)
    loop = asyncio.get_running_loop()
    with unittest.mock.patch.object(loop, "call_soon", wraps=loop.call_soon) as soon:
        await asyncio.sleep(0)
        asyncio.ensure_future(asyncio.sleep(0))
    print(soon.call_count)


asyncio.run(main())
