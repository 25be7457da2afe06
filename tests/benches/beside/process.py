"""Runs a program and prints how long the whole process took and the most memory it held.

Usage: process.py PROGRAM ARGUMENT...    prints [milliseconds, kilobytes]; what it says is dropped
"""

import json
import os
import subprocess
import sys
import time

begin = time.perf_counter()
running = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
_, status, usage = os.wait4(running.pid, 0)
ended = time.perf_counter()
print(json.dumps([(ended - begin) * 1000, usage.ru_maxrss]))
sys.exit(os.waitstatus_to_exitcode(status))
