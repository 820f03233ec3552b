package dev.kassei.export.pytorch;

import dev.kassei.api.ImageShape;
import dev.kassei.api.Precision;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Traversal;
import dev.kassei.experiment.inference.SavedModel;
import dev.kassei.export.network.ExportException;
import dev.kassei.export.network.Origin;
import dev.kassei.export.resource.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The text of a Python file with a trained network as a PyTorch module: its layers as PyTorch's, as
 * a person would write them, activations by PyTorch's name where the definitions agree and as their
 * formula elsewhere, preparation, and a loader of {@code weights.safetensors}.
 */
public final class TorchModule {
  private final TorchNetwork network;
  private final Members members = new Members();
  private final Columns columns;

  private TorchModule(TorchNetwork network) {
    this.network = network;
    this.columns = new Columns(network.preparation());
  }

  /**
   * The text for a run.
   *
   * @param name what the class is called, in words
   * @throws ExportException if the network has no form in PyTorch
   */
  public static String of(SavedModel model, String name) {
    return of(
        new TorchNetwork(
            name,
            Origin.of(model.run()),
            model.network().prediction(),
            model.network().response(),
            model.precision(),
            model.preparation()));
  }

  /**
   * The text.
   *
   * @throws ExportException if the network has no form in PyTorch
   */
  static String of(TorchNetwork network) {
    return new TorchModule(network).text();
  }

  private String text() {
    return Resource.beside(TorchModule.class, "module.py").filled(parts());
  }

  private Map<String, String> parts() {
    List<String> forward = returning(network.prediction(), features());
    List<String> predict = returning(network.response(), Optional.of(network.prediction()));
    return Map.ofEntries(
        Map.entry("origin", Literals.oneLine(network.origin())),
        Map.entry("class", className()),
        Map.entry("dtype", network.precision() == Precision.FLOAT64 ? "float64" : "float32"),
        Map.entry("constants", columns.constants()),
        Map.entry("functions", columns.functions()),
        Map.entry("members", lines(members.statements())),
        Map.entry("buffers", columns.buffers()),
        Map.entry("forward_doc", columns.features(network.prediction().width())),
        Map.entry("forward", lines(forward)),
        Map.entry("prepare_doc", "Rows of a number for each of COLUMNS to features."),
        Map.entry("prepare", lines(columns.statements())),
        Map.entry("image", image()),
        Map.entry("predict_doc", columns.response(network.response().width())),
        Map.entry("predict", lines(columns.inUnitOfTargets(predict))));
  }

  private List<String> returning(Expr formula, Optional<Expr> input) {
    return Forward.returning(formula, input.orElse(formula), members);
  }

  /** The node of the features; empty for a model that ignores them. */
  private Optional<Expr> features() {
    return Traversal.operandsFirst(List.of(network.prediction())).stream()
        .filter(node -> node.operation() == Operation.INPUT)
        .findFirst();
  }

  /** Images come as Kassei holds them, and go on as PyTorch does. */
  private String image() {
    return network.preparation().image().map(TorchModule::channelsFirst).orElse("");
  }

  private static String channelsFirst(ImageShape image) {
    return ".reshape(-1, %s, %s, %s).movedim(-1, 1)"
        .formatted(image.height(), image.width(), image.channels());
  }

  private String className() {
    String words =
        List.of(network.name().split("[^A-Za-z0-9]+")).stream()
            .filter(word -> !word.isEmpty())
            .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
            .collect(Collectors.joining());
    return words.isEmpty() || Character.isDigit(words.charAt(0)) ? "Network" + words : words;
  }

  private static String lines(List<String> statements) {
    return statements.stream().map(each -> "        " + each).collect(Collectors.joining("\n"));
  }
}
