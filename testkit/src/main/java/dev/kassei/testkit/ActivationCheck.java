package dev.kassei.testkit;

import dev.kassei.api.Activation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The contract of activations, one clause per constant. */
public enum ActivationCheck implements Clause<Activation> {
  /** A public record with a name, defaults and usable peers, by which configurations choose it. */
  PLUGIN("is a named public record with defaults", PluginCheck::activation),
  /** Rows in, as many rows out; a width it cannot take is refused with a reason. */
  SHAPES("gives one row for each row", ShapeCheck::check),
  /** Parameters, states and noise are named by the path of the layer, and nothing else is read. */
  LEAVES("names its parameters by the layer's path", LeafCheck::check),
  /** The formula and its value depend on the input alone, not on how often they were asked for. */
  PURITY("gives the same formula and bits each time", evaluated(PurityCheck::check)),
  /** No NaN for finite inputs, and float32 overflows only where the value does not fit. */
  EXTREMES("is finite for extreme inputs", evaluated(ExtremesCheck::check)),
  /** A NaN in a row comes out of that row and of no other. */
  NAN("passes NaN on within the row", evaluated(NanCheck::check)),
  /** The derivative agrees with central differences wherever the function is smooth. */
  GRADIENT("has the derivative of its value", evaluated(GradientCheck::check)),
  /** The derivative at a kink lies between the slopes of both sides; jumps are reported. */
  KINKS("has a usable derivative at kinks", evaluated(KinkCheck::check)),
  /** Where the derivative is zero over a range, which is a remark: ReLU is so. */
  DEAD("learns everywhere", evaluated(DeadCheck::check)),
  /** The bits of a row depend neither on its position nor on the number of rows. */
  ROWS("treats each row alone", evaluated(RowCheck::check)),
  /** float32 gives the value and derivative of float64, rounded. */
  FLOAT32("is nearly the same in float32", evaluated(Float32Check::check)),
  /** The printed formula, read back, has the same bits and the same derivative. */
  TEXT("can be printed and read back", evaluated(TextCheck::check));

  private final String promise;

  @SuppressWarnings("ImmutableEnumChecker") // method references, which hold nothing
  private final BiConsumer<Activation, Findings> clause;

  ActivationCheck(String promise, BiConsumer<Activation, Findings> clause) {
    this.promise = promise;
    this.clause = clause;
  }

  @Override
  public String promise() {
    return promise;
  }

  @Override
  public List<Finding> run(Activation activation) {
    return Clauses.run(name(), clause, activation);
  }

  /** Checks all clauses. */
  public static List<Finding> runAll(Activation activation) {
    return Arrays.stream(values()).flatMap(check -> check.run(activation).stream()).toList();
  }

  /** A clause that needs values; it is silent where {@link #SHAPES} finds none that can be had. */
  private static BiConsumer<Activation, Findings> evaluated(BiConsumer<Subject, Findings> clause) {
    return (activation, findings) -> {
      Optional<Subject> subject = Subject.of(activation).filter(Subject::hasValues);
      subject.ifPresent(usable -> clause.accept(usable, findings));
    };
  }
}
