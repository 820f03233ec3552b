package dev.kassei.results.record;

/**
 * One line of {@code timings.csv}. Timings stand in a file of their own, since all else in a run's
 * folder is the same whenever the run is repeated.
 *
 * @param epoch the epoch's number, from 0
 * @param seconds how long it took
 */
public record TimingRecord(int epoch, double seconds) {}
