/** Networks as ONNX models, with the preparation of their data. */
@NullMarked
package dev.kassei.export.onnx;

import org.jspecify.annotations.NullMarked;
