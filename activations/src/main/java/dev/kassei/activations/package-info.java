/**
 * The catalogue of activations: one record per file, in packages by family. The services file of
 * {@link dev.kassei.api.Activation} lists them.
 */
@NullMarked
package dev.kassei.activations;

import org.jspecify.annotations.NullMarked;
