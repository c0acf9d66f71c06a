# SPDX-License-Identifier: GPL-3.0-or-later
# loop: none
"""The kinds of functions that wait, write or end the process."""
import asyncio
import inspect
import os
import time

for function in (os.write, os._exit, os.fork, time.sleep, time.monotonic, time.time,
                 asyncio._set_running_loop, asyncio._get_running_loop, asyncio.all_tasks):
    print(type(function).__name__, inspect.isbuiltin(function), hasattr(function, "__code__"))
