"""Writes the arrays that NpyTest reads: python3 arrays.py"""
import numpy as np

images = np.arange(24, dtype=np.uint8).reshape(2, 2, 2, 3)
np.savez("plain.npz", x=images, y=np.array([1, 0], dtype=np.int64), far=np.asfortranarray(np.eye(2)))
np.savez_compressed("packed.npz", x=images, y=np.array([1, 0], dtype=np.int64))
np.save("rows.npy", np.array([[1.5, -2], [3, 4e300]], dtype=">f8"))
np.save("targets.npy", np.array([[1, 2], [3, 4]], dtype=np.float32))
np.save("texts.npy", np.array(["a", "b"]))
np.save("gaps.npy", np.array([[1, np.nan], [3, 4]], dtype=np.float32))
