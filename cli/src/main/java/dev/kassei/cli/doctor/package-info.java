/** What Kassei runs on, and what would make it faster. */
@NullMarked
package dev.kassei.cli.doctor;

import org.jspecify.annotations.NullMarked;
