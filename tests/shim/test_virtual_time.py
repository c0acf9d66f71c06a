#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shim's clock, and the order that it gives where asyncio promises none."""

import unittest

from shim_runner import ShimTestCase


def printed(run):
    """What was printed, with its time, iteration and task."""
    return [line.replace(" print ", " ") for line in run.lines if " print " in line]


class Clock(ShimTestCase):

    def test_clocks_start_at_their_origins(self):
        run = self.run_program("""
            import asyncio
            import time

            async def main():
                await asyncio.sleep(0.25)
                print(time.monotonic(), time.perf_counter(), time.time())
                print(time.monotonic_ns(), time.perf_counter_ns(), time.time_ns())
                print(asyncio.get_running_loop().time())

            print(time.monotonic(), time.perf_counter(), time.time())
            asyncio.run(main())
            """)
        self.assertEqual(printed(run), [
            "0.000000 0 loop 0.0 0.0 1700000000.0",
            "0.250000 3 main-1 0.25 0.25 1700000000.25",
            "0.250000 3 main-1 250000000 250000000 1700000000250000000",
            "0.250000 3 main-1 0.25"])

    def test_blocking_moves_the_clock_inside_the_step(self):
        # The timer is due at 1 but seen only after the step, in iteration 3; the
        # block lasts until 2.
        self.assert_log("""
            import asyncio
            import time

            async def hog():
                time.sleep(2)

            async def main():
                asyncio.get_running_loop().call_later(1, print, "due at 1")
                await asyncio.create_task(hog())

            asyncio.run(main())
            """, """
            0.000000 0 create main-1 by loop
            0.000000 1 step main-1
            0.000000 1 create hog-1 by main-1
            0.000000 1 wait main-1 task hog-1
            0.000000 2 step hog-1
            2.000000 2 done hog-1 result
            2.000000 3 step main-1
            2.000000 3 done main-1 result
            2.000000 3 print loop due at 1
            """)

    def test_sleep_refuses_what_python_refuses(self):
        run = self.run_program("""
            import time
            for wrong in (-1, float("nan"), "1"):
                try:
                    time.sleep(wrong)
                except (ValueError, TypeError) as error:
                    print(type(error).__name__)
            """)
        self.assertEqual(printed(run), ["0.000000 0 loop ValueError",
                                        "0.000000 0 loop ValueError",
                                        "0.000000 0 loop TypeError"])

    def test_a_long_sleep_takes_no_time(self):
        run = self.run_program("""
            import asyncio
            asyncio.run(asyncio.sleep(10_000))
            """)
        self.assertEqual(run.lines[-1], "10000.000000 3 done sleep-1 result")

    def test_an_iteration_waits_a_day_at_most(self):
        # Two whole days pass in iterations 2 and 3 with nothing due, half a day in 4.
        run = self.run_program("""
            import asyncio
            asyncio.run(asyncio.sleep(2.5 * 24 * 3600))
            """)
        self.assertEqual(run.lines[-1], "216000.000000 5 done sleep-1 result")

    def test_an_endless_sleep_is_a_deadlock(self):
        run = self.run_program("""
            import asyncio
            import math
            asyncio.run(asyncio.sleep(math.inf))
            """)
        self.assertEqual(run.lines[-1], "0.000000 2 exit program deadlock")

    def test_large_times_still_fire(self):
        run = self.run_program("""
            import asyncio

            async def main():
                loop = asyncio.get_running_loop()
                for _ in range(3):
                    loop.call_later(20 * 3600, print, "due")
                    await asyncio.sleep(20 * 3600 + 0.5)

            import time
            time.sleep(4e7)
            asyncio.run(main())
            """)
        self.assertEqual([line.split()[0] for line in printed(run)],
                         ["40072000.000000", "40144000.500000", "40216001.000000"])

    def test_times_are_rounded_to_microseconds_in_the_log(self):
        run = self.run_program("""
            import asyncio
            asyncio.run(asyncio.sleep(2 / 3))
            """)
        self.assertEqual(run.lines[-1], "0.666667 3 done sleep-1 result")

    def test_a_thread_keeps_the_clock_from_jumping(self):
        # The timer at 60 must not overtake the thread, which really sleeps.
        run = self.run_program("""
            import asyncio
            import time

            async def main():
                asyncio.get_running_loop().call_later(60, print, "timer")
                await asyncio.to_thread(time.sleep, 0.05)
                print("thread")
                await asyncio.sleep(100)

            asyncio.run(main())
            """)
        self.assertEqual([line.split()[-1] for line in printed(run)],
                         ["thread", "timer"])

    def test_a_socket_keeps_the_clock_from_jumping(self):
        run = self.run_program("""
            import asyncio

            async def answer(reader, writer):
                writer.write(await reader.readline())
                await writer.drain()
                writer.close()

            async def main():
                server = await asyncio.start_server(answer, "127.0.0.1", 0)
                port = server.sockets[0].getsockname()[1]
                async with asyncio.timeout(3600):
                    reader, writer = await asyncio.open_connection("127.0.0.1", port)
                    writer.write(b"hello\\n")
                    print((await reader.readline()).decode().strip())
                writer.close()
                await writer.wait_closed()
                server.close()

            asyncio.run(main())
            """)
        self.assertEqual(printed(run)[0].split()[-1], "hello", run.stderr)
        self.assertEqual(run.status, 0)

    def test_real_time_is_left_alone(self):
        run = self.run_program("""
            import asyncio
            import time
            before = time.monotonic()
            asyncio.run(asyncio.sleep(0.05))
            print(time.monotonic() - before >= 0.05, time.time() > 1700000000.9)
            """, options=())
        self.assertTrue(run.lines[-1].endswith("print loop True True"))
        self.assertGreaterEqual(float(run.lines[-1].split()[0]), 0.05)


class Order(ShimTestCase):

    def test_equal_deadlines_keep_their_order(self):
        run = self.run_program("""
            import asyncio

            async def main():
                for number in range(8):
                    asyncio.get_running_loop().call_later(1, print, number)
                await asyncio.sleep(2)

            asyncio.run(main())
            """)
        self.assertEqual(printed(run), [f"1.000000 2 loop {n}" for n in range(8)])

    def test_deadlines_are_compared_in_nanoseconds(self):
        # As floats 0.1 + 0.2 is later than 0.3; as nanoseconds they are equal.
        run = self.run_program("""
            import asyncio

            async def main():
                loop = asyncio.get_running_loop()
                loop.call_at(0.1 + 0.2, print, "first")
                loop.call_at(0.3, print, "second")
                await asyncio.sleep(0.3)
                async with asyncio.timeout_at(0.1 + 0.2):
                    loop.call_soon(print, "behind the timeout")
                    await asyncio.sleep(1)

            asyncio.run(main())
            """)
        self.assertEqual([line.split(" ", 2)[2] for line in run.lines[3:7]], [
            "print loop first", "print loop second", "step main-1",
            "wait main-1 future"])
        # A deadline that has come is a callback at once, so it stands before.
        self.assertEqual(run.lines[7:9], ["0.300000 4 cancel main-1 by loop",
                                          "0.300000 4 print loop behind the timeout"])

    def test_a_task_group_cancels_in_creation_order(self):
        run = self.run_program("""
            import asyncio

            async def fails():
                await asyncio.sleep(1)
                raise OSError

            async def main():
                async with asyncio.TaskGroup() as group:
                    group.create_task(fails())
                    for _ in range(20):
                        group.create_task(asyncio.sleep(9))

            asyncio.run(main())
            """)
        cancelled = [line.split()[3] for line in run.lines if " cancel " in line]
        self.assertEqual(cancelled, [f"sleep-{n}" for n in range(1, 21)] + ["main-1"])
        self.assertTrue(run.lines[-1].endswith("exit program ExceptionGroup"))

    def test_sets_of_futures_have_creation_order(self):
        run = self.run_program("""
            import asyncio

            async def child(number):
                await asyncio.sleep(number % 3)
                return number

            async def main():
                tasks = [asyncio.create_task(child(n)) for n in range(12)]
                done, pending = await asyncio.wait(reversed(tasks), timeout=1.5)
                print([task.result() for task in done])
                print(len(pending), isinstance(done, set), type(done).__name__)
                print([int(task.get_name()[5:]) - 2 for task in asyncio.all_tasks()])
                print([task.result() for task in await join(done, pending)])
                print(done.pop().result(), pending.pop().result())

            async def join(done, pending):
                await asyncio.wait(pending)
                return pending | done

            asyncio.run(main())
            """)
        self.assertEqual([line.split(" ", 3)[3] for line in printed(run)], [
            "[0, 1, 3, 4, 6, 7, 9, 10]", "4 True set", "[-1, 2, 5, 8, 11]",
            "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]", "0 2"])

    def test_as_completed_starts_in_argument_order(self):
        run = self.run_program("""
            import asyncio

            async def child(number):
                print(number)

            async def main():
                for first in asyncio.as_completed([child(n) for n in range(15)]):
                    await first

            asyncio.run(main())
            """)
        self.assertEqual([int(line.split()[-1]) for line in printed(run)],
                         list(range(15)))

    def test_as_completed_tells_those_that_are_done_in_creation_order(self):
        run = self.run_program("""
            import asyncio

            async def child(number):
                return number

            async def main():
                tasks = [asyncio.create_task(child(n)) for n in range(15)]
                await asyncio.wait(tasks)
                for first in asyncio.as_completed(reversed(tasks)):
                    print(await first)

            asyncio.run(main())
            """)
        self.assertEqual([int(line.split()[-1]) for line in printed(run)],
                         list(range(15)))

    def test_generators_are_closed_in_order_of_first_use(self):
        run = self.run_program("""
            import asyncio

            async def count(name):
                try:
                    while True:
                        yield 1
                finally:
                    print(name)

            async def main():
                global kept
                kept = [count(n) for n in range(12)]
                for generator in kept:
                    await anext(generator)

            asyncio.run(main())
            """)
        self.assertEqual([int(line.split()[-1]) for line in printed(run)],
                         list(range(12)))

    def test_two_runs_give_one_log(self):
        text = """
            import asyncio

            async def child(number):
                await asyncio.sleep(number * 0.1)

            async def main():
                running = {asyncio.create_task(child(n % 4)) for n in range(30)}
                while running:
                    done, running = await asyncio.wait(
                        running, return_when=asyncio.FIRST_COMPLETED)
                    print(len(done), [task.get_name() for task in running])

            asyncio.run(main())
            """
        first = self.run_program(text)
        self.assertEqual(first.status, 0, first.stderr)
        self.assertEqual(first.lines, self.run_program(text).lines)


if __name__ == "__main__":
    unittest.main()
