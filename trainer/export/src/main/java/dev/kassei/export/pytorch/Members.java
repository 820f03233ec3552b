package dev.kassei.export.pytorch;

import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Layout;
import dev.kassei.api.expr.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The modules, parameters and buffers of a class, in the order in which they are used. Their names
 * are Kassei's with underscores in place of dots, so that names can be translated both ways.
 */
final class Members {
  /** What attributes of a module are called already. */
  private static final Set<String> RESERVED =
      Set.of(
          "apply",
          "bfloat16",
          "buffers",
          "call_super_init",
          "children",
          "compile",
          "cpu",
          "cuda",
          "double",
          "dtype",
          "dump_patches",
          "eval",
          "extra_repr",
          "float",
          "forward",
          "half",
          "ipu",
          "load",
          "modules",
          "mtia",
          "parameters",
          "predict",
          "prepare",
          "save",
          "share_memory",
          "state_dict",
          "to",
          "train",
          "training",
          "type",
          "xpu",
          "zero_grad",
          "and",
          "as",
          "assert",
          "async",
          "await",
          "break",
          "class",
          "continue",
          "def",
          "del",
          "elif",
          "else",
          "except",
          "finally",
          "for",
          "from",
          "global",
          "if",
          "import",
          "in",
          "is",
          "lambda",
          "nonlocal",
          "not",
          "or",
          "pass",
          "raise",
          "return",
          "try",
          "while",
          "with",
          "yield",
          "mean",
          "deviation",
          "fill",
          "target_mean",
          "target_deviation");

  private final Map<String, String> lines = new LinkedHashMap<>();

  /** The attribute of a layer's module. */
  Code module(String path, String constructor) {
    String name = attribute(path);
    lines.putIfAbsent(name, "self.%s = nn.%s".formatted(name, constructor));
    return Code.atom("self." + name);
  }

  /** The attribute of a parameter or state of a formula. */
  Code tensor(Expr tensor) {
    String name = attribute(tensor.name().orElseThrow());
    String sizes = sizes(tensor).stream().map(Object::toString).collect(Collectors.joining(", "));
    lines.putIfAbsent(
        name,
        tensor.operation() == Operation.STATE
            ? "self.register_buffer(\"%s\", torch.zeros(%s))".formatted(name, sizes)
            : "self.%s = nn.Parameter(torch.zeros(%s))".formatted(name, sizes));
    return Code.atom("self." + name);
  }

  /** The sizes of a tensor in files, which are those of PyTorch. */
  private static List<Integer> sizes(Expr tensor) {
    int rows = tensor.shape().rows().count();
    if (tensor.detail() instanceof Detail.Parameter parameter
        && parameter.layout() instanceof Layout.Weights weights) {
      var sizes = new ArrayList<>(List.of(tensor.width(), rows / weights.tapCount()));
      sizes.addAll(weights.taps());
      return sizes;
    }
    return rows == 1 ? List.of(tensor.width()) : List.of(rows, tensor.width());
  }

  /** A name with underscores; one more behind a name that Python or PyTorch have taken. */
  static String attribute(String name) {
    String plain = name.replace('.', '_');
    String lettered = Character.isDigit(plain.charAt(0)) ? "_" + plain : plain;
    return RESERVED.contains(lettered) ? lettered + "_" : lettered;
  }

  /** The statements that make them. */
  List<String> statements() {
    return List.copyOf(lines.values());
  }
}
