package dev.kassei.export.onnx;

import java.util.List;
import java.util.function.Supplier;

/**
 * How a value is written.
 *
 * @param reads the numbers of the values that are written before
 * @param writer writes it
 */
record Step(List<Integer> reads, Supplier<Matrix> writer) {}
