# SPDX-License-Identifier: GPL-3.0-or-later
"""unittest.IsolatedAsyncioTestCase: passes, failures, errors, subtests, cleanups."""
import asyncio
import io
import re
import sys
import unittest


class Cases(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.queue = asyncio.Queue()
        self.addAsyncCleanup(self.clean)

    async def clean(self):
        print("cleanup of", self._testMethodName)

    async def asyncTearDown(self):
        await asyncio.sleep(0)

    async def test_passes(self):
        await self.queue.put(1)
        self.assertEqual(await self.queue.get(), 1)

    async def test_fails(self):
        await asyncio.sleep(0)
        self.assertEqual([1, 2], [1, 3])

    async def test_raises(self):
        await asyncio.wait_for(self.queue.get(), 0.001)

    async def test_subtests(self):
        for number in range(3):
            with self.subTest(number=number):
                self.assertNotEqual(number, 1)

    @unittest.skip("not today")
    async def test_skipped(self):
        pass


stream = io.StringIO()
result = unittest.TextTestRunner(stream, verbosity=2).run(
    unittest.defaultTestLoader.loadTestsFromTestCase(Cases))
print(re.sub(r"in \d+\.\d+s", "in no time", stream.getvalue()))
sys.exit(not result.wasSuccessful())
