"""The largest difference of each model of a folder, of the largest number it should return or 1."""

import sys
from pathlib import Path

import numpy as np
import onnxruntime

folder = Path(sys.argv[1])
options = onnxruntime.SessionOptions()
options.log_severity_level = 3
options.intra_op_num_threads = 1
lines = []
for name in (folder / "names").read_text().split():
    try:
        session = onnxruntime.InferenceSession(
            folder / f"{name}.onnx", options, providers=["CPUExecutionProvider"]
        )
        wanted = session.get_inputs()[0]
        numbers = np.fromfile(folder / f"{name}.in").astype(np.float32)
        if len(wanted.shape) == 4:
            # rows are line by line with the channels of a pixel side by side
            _, channels, height, width = wanted.shape
            rows = numbers.reshape(-1, height, width, channels).transpose(0, 3, 1, 2)
        else:
            rows = numbers.reshape(-1, wanted.shape[1])
        result = session.run(["prediction"], {wanted.name: np.ascontiguousarray(rows)})[0]
        expected = np.fromfile(folder / f"{name}.out").reshape(result.shape)
        error = np.abs(result - expected) / max(1, np.max(np.abs(expected)))
        lines.append(f"{name} {np.max(error)}")
    except Exception as problem:
        lines.append(f"{name} nan {problem!r}".replace("\n", " "))
(folder / "differences").write_text("\n".join(lines) + "\n")
