/** What can be computed about an activation from its formula alone. */
@NullMarked
package dev.kassei.engine.analysis;

import org.jspecify.annotations.NullMarked;
