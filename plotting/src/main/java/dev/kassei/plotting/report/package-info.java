/**
 * Reports: one HTML file with text, tables and pictures that turn, which needs no network. A report
 * is data; {@link dev.kassei.plotting.report.ReportWriter} makes it a page.
 */
@NullMarked
package dev.kassei.plotting.report;

import org.jspecify.annotations.NullMarked;
