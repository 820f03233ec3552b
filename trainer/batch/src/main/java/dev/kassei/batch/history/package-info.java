/** What a batch set out to do, when, and who looked at results since. */
@NullMarked
package dev.kassei.batch.history;

import org.jspecify.annotations.NullMarked;
