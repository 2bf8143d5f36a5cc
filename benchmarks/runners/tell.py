"""What a runner tells about itself at the moment that counts; loaded only then, to cost nothing before."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any


def cost(**more: Any) -> None:
    """Print this process's CPU milliseconds since it began, and its memory now and at most, in MiB."""
    spent = time.process_time() * 1000
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    now, most = (int(status[name].split()[0]) / 1024 for name in ("VmRSS", "VmHWM"))
    print(json.dumps({"cpu": spent, "rss": now, "peak": most} | more), flush=True)
