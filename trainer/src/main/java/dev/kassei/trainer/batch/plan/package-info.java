/** What a batch set out to do, when, and who looked at results since. */
@NullMarked
package dev.kassei.trainer.batch.plan;

import org.jspecify.annotations.NullMarked;
