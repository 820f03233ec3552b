/** A trained network as layers with their tensors, for those who write it elsewhere. */
@NullMarked
package dev.kassei.export.network;

import org.jspecify.annotations.NullMarked;
