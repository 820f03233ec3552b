/** A trained network as a plain PyTorch module, which a person could have written. */
@NullMarked
package dev.kassei.export.pytorch;

import org.jspecify.annotations.NullMarked;
