"""Contents of input and output tensors."""
import base64
import hashlib
import struct
import zlib

from talk import Refusal

TYPES = {1: ("float32", "f", 4), 2: ("int32", "i", 4), 3: ("uint8", "B", 1), 9: ("int8", "b", 1)}


def picture(count):
    """Values 0 to 255 without a pattern; the same as on the desktop."""
    values, s = bytearray(count), 1
    for i in range(count):
        s = (s * 1664525 + 1013904223) & 0xFFFFFFFF
        values[i] = s >> 24
    return values


def input_bytes(kind, count, source):
    """Content of an input tensor: a file's bytes, or the fixed picture in the tensor's type."""
    if source:
        with open(source, "rb") as file:
            return file.read()
    code = {name: code for name, code, _ in TYPES.values()}.get(kind)
    if code is None:
        raise Refusal("The model has an input of type %s" % kind, "Export it with a float or an 8-bit input")
    values = picture(count)
    shifted = [v - 128 for v in values] if kind == "int8" else values
    return struct.pack("<%d%s" % (count, code), *shifted)


def describe(kind, shape, content, with_content):
    code, size = {name: (code, size) for name, code, size in TYPES.values()}.get(kind, ("B", 1))
    values = struct.unpack("<%d%s" % (len(content) // size, code), content)
    finite = [v for v in values if v - v == 0] or [0]
    described = {"type": kind, "shape": shape, "sha256": hashlib.sha256(content).hexdigest(), "min": min(finite),
                 "max": max(finite), "mean": sum(finite) / len(finite), "not_finite": len(values) - len(finite)}
    if with_content:
        described["content"] = base64.b64encode(zlib.compress(content, 1)).decode()
    return described
