package dev.kassei.export.network;

import dev.kassei.api.expr.Window;
import java.util.Optional;

/**
 * A built-in layer or activation where a network applies it.
 *
 * @param path such as {@code hidden.0.activation}, with which the names of its tensors begin
 * @param plugin the layer itself
 * @param input the number of the value that it is applied to
 * @param output the number of what it returns, before an activation of its own
 * @param window what slides over its input, as a convolution or pooling has it
 */
public record AppliedLayer(
    String path, BuiltIn plugin, int input, int output, Optional<Window> window) {}
