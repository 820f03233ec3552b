/** The plan of a batch: from axes and blocks to trials, each checked, and what is compared. */
@NullMarked
package dev.kassei.batch.plan;

import org.jspecify.annotations.NullMarked;
