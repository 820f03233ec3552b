package dev.kassei.export.c;

import dev.kassei.engine.Programs;
import dev.kassei.engine.graph.Node;
import dev.kassei.experiment.inference.SavedModel;
import dev.kassei.export.network.ExportException;
import dev.kassei.export.network.Origin;
import dev.kassei.export.resource.Resource;
import dev.kassei.results.Tensor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * A trained network as the text of a C99 header, which a C++ compiler takes, too: constants, and
 * one function that predicts from a row of raw columns. It allocates nothing; what it needs beside
 * the constants is an array on the stack.
 *
 * <p>The function does the same operations in the same order as the engine does, so it returns the
 * same bits where the compiler neither fuses nor reorders them; the header switches fusing off.
 */
public final class CHeader {
  /** More numbers make a header that compilers take minutes for. */
  static final int MAX_NUMBERS = 1 << 20;

  /** A quarter of the smallest stack that is common on computers. */
  static final int MAX_STACK_BYTES = 1 << 18;

  private final CNetwork network;
  private final Real real;
  private final Steps steps;
  private final Body body;
  private final Columns columns;

  private CHeader(CNetwork network) {
    this.network = network;
    real = Real.of(network.precision());
    steps = new Steps(Programs.inference(network.response()), Programs.RESPONSE);
    Refusals.check(steps);
    columns = new Columns(network.preparation(), real);
    body = new Body(steps, real, network.preparation().width());
  }

  /**
   * The text for a run.
   *
   * @param name what the names of its functions and constants begin with, in small letters
   * @throws ExportException if the network is too large, or has no form in C
   */
  public static String of(SavedModel model, String name) {
    return of(
        new CNetwork(
            name,
            Origin.of(model.run()),
            model.network().response(),
            model.weights(),
            model.precision(),
            model.preparation()));
  }

  /**
   * The text.
   *
   * @throws ExportException if the network is too large, or has no form in C
   */
  static String of(CNetwork network) {
    var header = new CHeader(network);
    header.requireSmall();
    String name = Text.identifier(network.name());
    return header
        .text()
        .replace(Library.PREFIX.toUpperCase(Locale.ROOT), name.toUpperCase(Locale.ROOT) + "_")
        .replace(Library.PREFIX, name + "_");
  }

  private void requireSmall() {
    long numbers = steps.tensors().stream().mapToLong(node -> Names.size(node.shape())).sum();
    if (numbers > MAX_NUMBERS) {
      throw new ExportException(
          "the network has %s numbers, and a C header is for at most %s; take --onnx or --pytorch"
              .formatted(numbers, MAX_NUMBERS));
    }
    if (bytes() > MAX_STACK_BYTES) {
      throw new ExportException(
          "the network needs %s bytes on the stack for a row, and a C header is for at most %s; take --onnx or --pytorch"
              .formatted(bytes(), MAX_STACK_BYTES));
    }
  }

  private long bytes() {
    return (long) real.bytes() * body.scratchSize();
  }

  private String text() {
    return Resource.beside(CHeader.class, "frame.h").filled(parts());
  }

  private Map<String, String> parts() {
    int outputs = network.response().width();
    String statements =
        columns.statements() + body.text() + "\n" + columns.result(body.response(), outputs);
    String functions = Library.of(real).calledBy(statements);
    return Map.ofEntries(
        Map.entry("origin", Text.comment(network.origin())),
        Map.entry(
            "categorical",
            columns.hasCategories()
                ? ";\n * for a column of categories, it is what kassei_category returns"
                : ""),
        Map.entry("result", result(outputs)),
        Map.entry("type", real.type()),
        Map.entry("sines", functions.contains("_sin(") ? ", nor for sines of huge numbers" : ""),
        Map.entry("columns", Integer.toString(columns.count())),
        Map.entry("outputs", Integer.toString(outputs)),
        Map.entry("bytes", Long.toString(bytes())),
        Map.entry("names", columns.names()),
        Map.entry("constants", columns.tables() + constants()),
        Map.entry("functions", functions),
        Map.entry("size", Integer.toString(body.scratchSize())),
        Map.entry("pointers", body.pointers()),
        Map.entry("statements", statements));
  }

  private String result(int outputs) {
    List<String> classes = network.preparation().classes();
    return classes.isEmpty()
        ? "a number for each of kassei_target_names"
        : outputs == 1
            ? "the probability of the second class"
            : "a number for each of kassei_class_names, the largest for the predicted one";
  }

  private String constants() {
    return steps.tensors().stream().map(this::constant).collect(Collectors.joining("\n"));
  }

  private String constant(Node node) {
    Tensor tensor = network.tensors().get(Names.tensorName(node));
    double[] values = tensor.as(node.detail(), node.shape());
    List<String> literals = DoubleStream.of(values).mapToObj(real::element).toList();
    return "/* %s, %s */\n".formatted(tensor.name(), node.shape().toString().replace("×", "x"))
        + Text.array("%s %s".formatted(real.type(), new Names(steps).array(node.id())), literals);
  }
}
