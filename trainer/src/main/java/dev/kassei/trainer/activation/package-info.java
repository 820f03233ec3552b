/** What can be computed about an activation from its formula alone. */
@NullMarked
package dev.kassei.trainer.activation;

import org.jspecify.annotations.NullMarked;
