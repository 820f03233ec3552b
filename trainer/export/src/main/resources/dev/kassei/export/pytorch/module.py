"""@origin@

Made by kassei export --pytorch. The weights are those of a run's weights.safetensors:

    model = @class@().load("weights.safetensors")
    model.predict([[...], ...])
"""

import json
import math
import struct

import torch
import torch.nn.functional as F
from torch import nn

@constants@

class @class@(nn.Module):
    dtype = torch.@dtype@

    def __init__(self):
        super().__init__()
@members@
        self.to(self.dtype)
@buffers@
    def forward(self, x):
        """@forward_doc@"""
@forward@

    def prepare(self, rows):
        """@prepare_doc@"""
        x = torch.as_tensor(rows, dtype=torch.float64)
@prepare@
        return x.to(self.dtype)@image@

    @torch.no_grad()
    def predict(self, rows):
        """@predict_doc@"""
        x = self(self.prepare(rows))
@predict@

    def load(self, path):
        """Takes the weights of a safetensors file; an underscore counts as a dot in names."""
        tensors = {key(name): tensor for name, tensor in read_safetensors(path).items()}
        wanted = [name for name in self.state_dict() if not name.endswith("num_batches_tracked")]
        missing = [name for name in wanted if key(name) not in tensors]
        if missing:
            raise ValueError(f"{path} has no tensor {missing[0]}; expected the weights of this network")
        self.load_state_dict({name: tensors[key(name)] for name in wanted}, strict=False)
        return self.eval()

    def save(self, path):
        """Writes the weights to a file that Kassei reads as training.initial_weights."""
        write_safetensors(path, self.state_dict())
@functions@

def key(name):
    return "_".join(part for part in name.replace(".", "_").split("_") if part)


def read_safetensors(path):
    """The tensors of a file: the length of its header, the header as JSON, and the numbers."""
    types = {"F32": torch.float32, "F64": torch.float64}
    with open(path, "rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(length))
        data = bytearray(file.read())
    header.pop("__metadata__", None)
    tensors = {}
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        numbers = torch.frombuffer(data[begin:end], dtype=types[entry["dtype"]])
        tensors[name] = numbers.reshape(entry["shape"])
    return tensors


def write_safetensors(path, tensors):
    """Writes tensors of floating-point numbers."""
    header, data = {}, bytearray()
    for name, tensor in tensors.items():
        if tensor.is_floating_point():
            numbers = tensor.detach().cpu().contiguous().numpy()
            begin = len(data)
            data += numbers.tobytes()
            header[name] = {
                "dtype": "F64" if tensor.dtype == torch.float64 else "F32",
                "shape": list(tensor.shape),
                "data_offsets": [begin, len(data)],
            }
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)
