"""Contents of input and output tensors."""
import base64
import hashlib
import struct
import zlib

TYPES = {1: ("float32", "f", 4), 2: ("int32", "i", 4), 3: ("uint8", "B", 1), 9: ("int8", "b", 1)}


def picture(count):
    """Values 0 to 255 without a pattern; the same as on the desktop."""
    values, s = bytearray(count), 1
    for i in range(count):
        s = (s * 1664525 + 1013904223) & 0xFFFFFFFF
        values[i] = s >> 24
    return values


def input_bytes(kind, size, source):
    """Content of an input tensor of some bytes: a file's, or the fixed picture, or zeros where a picture makes no sense."""
    if source:
        with open(source, "rb") as file:
            return file.read()
    if kind == "float32":
        return struct.pack("<%df" % (size // 4), *picture(size // 4))
    return bytes(picture(size)) if kind in ("uint8", "int8") else bytes(size)


def describe(kind, shape, content, with_content):
    code, size = {name: (code, size) for name, code, size in TYPES.values()}.get(kind, ("B", 1))
    values = struct.unpack("<%d%s" % (len(content) // size, code), content)
    finite = [v for v in values if v - v == 0] or [0]
    described = {"type": kind, "shape": shape, "sha256": hashlib.sha256(content).hexdigest(), "min": min(finite),
                 "max": max(finite), "mean": sum(finite) / len(finite), "not_finite": len(values) - len(finite)}
    if with_content:
        described["content"] = base64.b64encode(zlib.compress(content, 1)).decode()
    return described
