package dev.kassei.experiment.training;

import dev.kassei.engine.plan.Profile;
import java.util.Locale;

/**
 * How much time one step of a plan took.
 *
 * @param entry what it is for: predict, evaluate, gradient or update
 * @param layers the layers that it belongs to, forward or backward
 * @param operation what is computed
 * @param shape the shape of the result
 * @param calls how often it ran
 * @param seconds how long it took in all
 * @param operations floating-point operations in all
 * @param bytes bytes read and written in all
 */
public record StepTime(
    String entry,
    String layers,
    String operation,
    String shape,
    long calls,
    double seconds,
    long operations,
    long bytes) {
  static StepTime of(Profile.Line line) {
    return new StepTime(
        line.entry().name().toLowerCase(Locale.ROOT),
        line.layers(),
        line.operation(),
        line.shape(),
        line.calls(),
        line.seconds(),
        line.operations(),
        line.bytes());
  }
}
