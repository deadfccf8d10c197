"""Stands in for the command line: records its arguments, says a line on both streams, ends as the environment says."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

record = Path(os.environ["STAND_IN_RECORD"])
with record.open("a") as out:
    out.write(json.dumps(sys.argv[1:]) + "\n")
print("a result")
print("first, a warning", file=sys.stderr)
print("Error: orders.yaml:3: what went wrong", file=sys.stderr)
if "STAND_IN_HANG" in os.environ:
    # A child that ignores the request to end: only a kill of the whole group ends it.
    child = subprocess.Popen(
        [sys.executable, "-c", "import signal, time; signal.signal(15, signal.SIG_IGN); time.sleep(600)"]
    )
    record.with_name("pids").write_text(f"{os.getpid()} {child.pid}")
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    print("hanging", flush=True)
    time.sleep(600)
codes = os.environ["STAND_IN_EXIT"].split()
tries = len(record.read_text().splitlines())
code = int(codes[min(tries, len(codes)) - 1])
if code < 0:
    sys.stderr.flush()
    os.kill(os.getpid(), -code)
sys.exit(code)
