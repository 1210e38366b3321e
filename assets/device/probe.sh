# What a device is and how it is, as lines "FATHOM key value". Changes nothing, needs no rights, asks several places.
say() { printf '\nFATHOM %s %s\n' "$1" "$2"; }
first() { [ -r "$1" ] && tr -d '\000' < "$1" 2>/dev/null | head -n 1; }
info() { sed -n "s/^$1[[:space:]]*:[[:space:]]*//p" /proc/cpuinfo 2>/dev/null | tail -n 1; }

for file in /proc/device-tree/model /sys/class/dmi/id/product_name; do say board "$(first $file)"; done
say board "$(info Model)"
say board "$(info 'model name')"
say processor "$(info 'model name')"
say os "$(sed -n 's/^PRETTY_NAME=//p' /etc/os-release 2>/dev/null | tr -d '"')"
say kernel "$(uname -r)"
say architecture "$(uname -m)"
say bits "$(getconf LONG_BIT 2>/dev/null)"
say libc "$(getconf GNU_LIBC_VERSION 2>/dev/null)"
# Where the C library is musl, this is said as an error.
command -v ldd >/dev/null 2>&1 && say libc "$(ldd --version 2>&1 | head -n 1)"
say cores "$(getconf _NPROCESSORS_ONLN 2>/dev/null)"
say cores "$(nproc 2>/dev/null)"
for key in MemTotal MemAvailable; do say $key "$(sed -n "s/^$key:[[:space:]]*\([0-9]*\) kB/\1/p" /proc/meminfo)"; done
say load "$(cut -d ' ' -f 1 /proc/loadavg 2>/dev/null)"

cpu=/sys/devices/system/cpu/cpu0/cpufreq
say governor "$(first $cpu/scaling_governor)"
for file in /sys/devices/system/cpu/cpu[0-9]*/cpufreq/scaling_cur_freq; do say clock "$(first "$file")"; done
# PCs name a highest clock that does not last (turbo), and some the one that does.
highest=cpuinfo_max_freq
case $(uname -m) in x86_64|i?86) highest=base_frequency ;; esac
for file in /sys/devices/system/cpu/cpu[0-9]*/cpufreq/$highest; do say max_clock "$(first "$file")"; done
say temperature "$(first /sys/class/thermal/thermal_zone0/temp)"
say throttled "$(vcgencmd get_throttled 2>/dev/null | sed -n 's/^throttled=//p')"
say throttled "$(first /sys/devices/platform/soc/soc:firmware/get_throttled)"

say free "$(df -Pk "$HOME" 2>/dev/null | sed -n '$s/.* \([0-9][0-9]*\)  *[0-9]*%.*/\1/p')"
for python in python3 python; do
    command -v $python >/dev/null 2>&1 || continue
    say python "$($python -c "import sys; print('$python %d.%d.%d' % sys.version_info[:3])" 2>/dev/null)"
done
for python in "$HOME/.cache/fathom/venv/bin/python" python3; do
    "$python" -c 'import importlib.util as u
for name in ("ai_edge_litert", "tflite_runtime"):
    if u.find_spec(name): print("\nFATHOM runtime " + name)' 2>/dev/null
done
command -v benchmark_model >/dev/null 2>&1 && say runtime benchmark_model
say end of-probe
