"""Writes the fixtures that the GGUF tests compare with, using the reference implementation in Python.

Needs: pip install gguf==0.19.0 numpy==2.4.6 (Python 3.11 or newer)
Run in model-adapters/reference:

    python src/test/scripts/gguf_fixtures.py fixtures
        stored-types.gguf: every kind of metadata value, and random blocks (seeded) of every stored type
        stored-types.f32: what gguf.quants.dequantize makes of them, fp32 little endian, tensor after tensor
    python src/test/scripts/gguf_fixtures.py digests MODEL.gguf > src/test/resources/.../MODEL.digests
        for each tensor the SHA-256 of its dequantized fp32 bytes, its type, rows, columns and name
"""

import hashlib
import sys
from pathlib import Path

import numpy as np
from gguf import GGUFReader, GGUFValueType, GGUFWriter
from gguf.constants import GGML_QUANT_SIZES, GGMLQuantizationType
from gguf.quants import dequantize

FOLDER = Path("src/test/resources/dev/touchstone/reference/gguf")
SEED = 20240229
ROWS = 5
COLUMNS = 96
K_COLUMNS = 256
HALF_FIELDS = {"F16": [0], "Q8_0": [0], "Q4_0": [0], "Q4_1": [0, 2], "Q5_0": [0], "Q5_1": [0, 2],
               "Q2_K": [80, 82], "Q3_K": [108], "Q4_K": [0, 2], "Q5_K": [0, 2], "Q6_K": [208]}
TYPES = ["F32", "F16", "BF16", "Q8_0", "Q4_0", "Q4_1", "Q5_0", "Q5_1", "Q2_K", "Q3_K", "Q4_K", "Q5_K", "Q6_K"]


def finite_halves(rng, shape):
    """Random binary16 numbers, subnormal ones and both zeros among them, infinity and NaN not."""
    bits = rng.integers(0, 1 << 16, shape, dtype=np.uint16)
    return np.where(bits & 0x7C00 == 0x7C00, bits & 0x83FF, bits).astype(np.uint16)


def random_blocks(rng, name):
    weights, size = GGML_QUANT_SIZES[GGMLQuantizationType[name]]
    columns = K_COLUMNS if name.endswith("_K") else COLUMNS
    blocks = rng.integers(0, 256, (ROWS, columns // weights, size), dtype=np.uint8)
    if name == "F32":
        return rng.standard_normal((ROWS, COLUMNS)).astype(np.float32).view(np.uint8).reshape(ROWS, -1)
    if name == "BF16":
        # Clear the exponent's lowest bit: neither infinity nor NaN.
        blocks[..., 0] &= 0x7F
    for field in HALF_FIELDS.get(name, []):
        halves = finite_halves(rng, blocks.shape[:2])
        blocks[..., field : field + 2] = halves[..., None].view(np.uint8)
    return blocks.reshape(ROWS, -1)


def put_metadata(writer):
    writer.add_uint8("test.uint8", 255)
    writer.add_int8("test.int8", -128)
    writer.add_uint16("test.uint16", 65535)
    writer.add_int16("test.int16", -32768)
    writer.add_uint32("test.uint32", 4294967295)
    writer.add_int32("test.int32", -2147483648)
    writer.add_float32("test.float32", 0.1)
    writer.add_bool("test.bool", True)
    writer.add_string("test.string", "Größe 大小 😀")
    writer.add_uint64("test.uint64", 9223372036854775807)
    writer.add_int64("test.int64", -9223372036854775808)
    writer.add_float64("test.float64", 0.1)
    writer.add_array("test.strings", ["", "a", "Ġb"])
    writer.add_array("test.float32s", [0.5, -0.25])
    writer.add_array("test.int32s", [-1, 0, 1])
    writer.add_array("test.bools", [True, False])
    writer.add_key_value("test.uint8s", bytes([0, 255]), GGUFValueType.ARRAY, GGUFValueType.UINT8)
    writer.add_key_value("test.uint32s", [0, 4294967295], GGUFValueType.ARRAY, GGUFValueType.UINT32)
    writer.add_key_value("test.int64s", [-1, 4294967296], GGUFValueType.ARRAY, GGUFValueType.INT64)


def write_fixtures():
    FOLDER.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(SEED)
    writer = GGUFWriter(FOLDER / "stored-types.gguf", "test")
    put_metadata(writer)
    expected = b""
    for name in TYPES:
        blocks = random_blocks(rng, name)
        type = GGMLQuantizationType[name]
        writer.add_tensor(f"random.{name}", blocks.view(np.float32) if name == "F32" else blocks, raw_dtype=type)
        expected += dequantize(blocks, type).astype("<f4").tobytes()
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    (FOLDER / "stored-types.f32").write_bytes(expected)


def print_digests(model):
    for tensor in GGUFReader(model).tensors:
        values = dequantize(tensor.data, tensor.tensor_type).astype("<f4")
        digest = hashlib.sha256(np.ascontiguousarray(values).tobytes()).hexdigest()
        columns = int(tensor.shape[0])
        rows = values.size // columns
        print(digest, tensor.tensor_type.name, rows, columns, tensor.name)


if __name__ == "__main__":
    if sys.argv[1:] == ["fixtures"]:
        write_fixtures()
    elif len(sys.argv) == 3 and sys.argv[1] == "digests":
        print_digests(sys.argv[2])
    else:
        sys.exit(__doc__)
