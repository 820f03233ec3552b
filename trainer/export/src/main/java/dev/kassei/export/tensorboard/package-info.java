/**
 * The event files that TensorBoard shows: written while a run trains, and from folders of results.
 */
@NullMarked
package dev.kassei.export.tensorboard;

import org.jspecify.annotations.NullMarked;
