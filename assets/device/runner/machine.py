"""How the machine is: temperature, clock, throttling, and what others take of it."""
import glob
import os
import platform
import re
import shutil
import subprocess
import time


def read(path, default=None):
    try:
        with open(path) as file:
            return file.read().strip()
    except (OSError, UnicodeDecodeError):
        return default


def throttle_flags(may_start_program=True):
    """Bits of the firmware's get_throttled, or None on machines that have none."""
    text = read("/sys/devices/platform/soc/soc:firmware/get_throttled")
    if text is None and may_start_program and shutil.which("vcgencmd"):
        try:
            said = subprocess.run(["vcgencmd", "get_throttled"], stdout=subprocess.PIPE, timeout=5).stdout.decode()
            text = said.partition("=")[2]
        except (OSError, subprocess.TimeoutExpired):
            return None
    try:
        return int(text, 16) if text else None
    except ValueError:
        return None


def clock_mhz(name="scaling_cur_freq"):
    """Of the fastest core, or None."""
    clocks = [read(path, "") for path in glob.glob("/sys/devices/system/cpu/cpu[0-9]*/cpufreq/" + name)]
    return max((int(c) for c in clocks if c.isdigit()), default=0) / 1000 or None


def sustained_clock_mhz():
    """The highest clock that lasts: PCs name one above it that they only have while they are cool and idle (turbo)."""
    base = clock_mhz("base_frequency")
    return base or (None if platform.machine() in ("x86_64", "i686") else clock_mhz("cpuinfo_max_freq"))


def temperature():
    text = read("/sys/class/thermal/thermal_zone0/temp", "")
    return int(text) / 1000 if re.fullmatch(r"-?\d+", text) else None


def status_bytes(key):
    match = re.search(r"^%s:\s+(\d+) kB" % key, read("/proc/self/status", ""), re.M)
    return int(match.group(1)) * 1024 if match else None


def state():
    return {
        "temperature": temperature(),
        "clock_mhz": clock_mhz(),
        "max_clock_mhz": sustained_clock_mhz(),
        "throttle_flags": throttle_flags(),
        "load": os.getloadavg()[0],
    }


class OthersLoad:
    """How many cores' time other processes took since it was made."""

    def __init__(self):
        self.start = self.now()

    @staticmethod
    def now():
        fields = [int(f) for f in (read("/proc/stat") or "cpu 0 0 0 0 0 0 0 0").splitlines()[0].split()[1:9]]
        idle = fields[3] + fields[4]
        own = os.times()
        return (sum(fields) - idle) / os.sysconf("SC_CLK_TCK"), sum(own[:4]), time.monotonic()

    def cores(self):
        busy, own, wall = (b - a for a, b in zip(self.start, self.now()))
        return round(max(0.0, busy - own) / wall, 3) if wall > 0 else 0.0
