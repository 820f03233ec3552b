/** Numbers along an axis: intervals, round ticks and their labels. */
@NullMarked
package dev.kassei.plotting.axis;

import org.jspecify.annotations.NullMarked;
