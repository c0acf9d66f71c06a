#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What whoever reads along is told besides events: questions, and that it is enough."""

import os
import unittest

import feed
import shim_runner

EVENT_LIMIT, TEXT_LIMIT = 5_000, 1 << 20


class Questions(shim_runner.ShimTestCase):

    def read_along(self, text, status=0, options=(), **more):
        """Run the program @text as a window does: its feed."""
        program = self.write("program.py", text)
        path = self.path("feed")
        with open(path, "wb+") as file:
            file.truncate(feed.size(EVENT_LIMIT, TEXT_LIMIT))
            process = self.call(
                "--feed-fd", str(file.fileno()), "--event-limit", str(EVENT_LIMIT),
                "--text-limit", str(TEXT_LIMIT), *options, program,
                pass_fds=[file.fileno()], **more)
        self.assertEqual(process.returncode, status, process.stderr)
        return feed.read(path)

    def questions(self, text, **more):
        return [value for key, value in self.read_along(text, **more).said
                if key == "question"]

    def test_what_input_asks_is_told_and_withdrawn(self):
        self.assertEqual(self.questions("""
            name = input("Name? ")
            print("Hello,", name)
            """, input="Ada\n"), ["1 Name? ", ""])

    def test_what_is_left_without_an_answer_is_withdrawn_at_the_end(self):
        self.assertEqual(self.questions("print('Well?', end='', flush=True)"),
                         ["1 Well?", ""])

    def test_a_bar_of_dots_is_not_told_for_ever(self):
        self.assertEqual(self.questions("""
            for _ in range(3000):
                print(".", end="", flush=True)
            """), [f"{n} {'.' * n}" for n in range(1, 201)] + [""])

    def test_a_counter_is_not_told_for_ever(self):
        told = self.questions("""
            for n in range(3000):
                print(f"\\r{n}", end="", flush=True)
            """)
        self.assertEqual(len(told), 1001)
        self.assertTrue(told[999].endswith("\r998\r999"), told[999])
        self.assertEqual(told[1000], "")

    def test_the_limit_stops_a_program_whose_threads_print(self):
        """The one that reaches it must not wait for one that waits for it."""
        for _ in range(5):
            self.read_along("""
                import asyncio
                import sys
                import threading

                def prints(name):
                    count = 0
                    while True:
                        print(name, count, flush=True)
                        count += 1

                async def main():
                    while True:
                        await asyncio.sleep(0)
                        print(".", end="", flush=True)

                sys.setswitchinterval(1e-5)
                for name in ("one", "other"):
                    threading.Thread(target=prints, args=[name], daemon=True).start()
                asyncio.run(main())
                """, status=124, options=["--stop-at-limit"])


class Threads(shim_runner.ShimTestCase):

    def test_what_another_thread_queues_is_told_before_it_runs(self):
        read = self.run_program("""
            import asyncio
            import sys
            import threading

            def queues(loop):
                for _ in range(20000):
                    loop.call_soon_threadsafe(int)

            async def main():
                threads = [threading.Thread(target=queues, args=[asyncio.get_running_loop()])
                           for _ in range(2)]
                for thread in threads:
                    thread.start()
                while any(thread.is_alive() for thread in threads):
                    await asyncio.sleep(0)

            sys.setswitchinterval(1e-5)
            asyncio.run(main())
            """, options=["--event-limit", "1000000"]).feed
        queued, runs = set(), 0
        for event in read:
            if event.kind == "callback-queue":
                queued.add(event.object)
            elif event.kind == "callback-run":
                self.assertIn(event.object, queued)
                runs += 1
        self.assertGreater(runs, 40000)

    def test_a_fork_of_a_program_that_prints_can_print(self):
        run = self.run_program("""
            import asyncio
            import os
            import sys
            import threading

            def prints():
                while not is_over:
                    print("thread", flush=True)

            async def main():
                global is_over
                for _ in range(100):
                    child = os.fork()
                    if child == 0:
                        sys.stdout.write("child")
                        os._exit(0)
                    assert os.waitpid(child, 0)[1] == 0
                is_over = True

            is_over = False
            sys.setswitchinterval(1e-5)
            threading.Thread(target=prints).start()
            asyncio.run(main())
            """, options=["--event-limit", "1000000"])
        self.assertEqual(run.status, 0, run.stderr)


if __name__ == "__main__":
    unittest.main()
