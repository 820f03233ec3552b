package dev.kassei.export.pytorch;

import dev.kassei.api.expr.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How windows are written as arguments of PyTorch's functions. */
final class Windows {
  private Windows() {}

  /** Whether a window sees as much beyond both ends, which PyTorch's functions can. */
  static boolean isSymmetric(Window window) {
    return window.before().equals(window.after());
  }

  /** The arguments behind the size, where they are not the usual ones. */
  static String options(Window window, List<Integer> usualStride) {
    var options = new StringBuilder();
    if (!window.stride().equals(usualStride)) {
      options.append(", stride=").append(Literals.sizes(window.stride()));
    }
    if (isSymmetric(window) && window.before().stream().anyMatch(each -> each != 0)) {
      options.append(", padding=").append(Literals.sizes(window.before()));
    }
    if (window.dilation().stream().anyMatch(each -> each != 1)) {
      options.append(", dilation=").append(Literals.sizes(window.dilation()));
    }
    return options.toString();
  }

  /** The input, padded before where the ends differ. */
  static Code padded(Code x, Window window) {
    if (isSymmetric(window)) {
      return x;
    }
    var sizes = new ArrayList<Integer>();
    for (int axis = window.axes() - 1; axis >= 0; axis--) {
      sizes.addAll(List.of(window.before().get(axis), window.after().get(axis)));
    }
    String text = sizes.stream().map(Object::toString).collect(Collectors.joining(", "));
    String fill = window.fill() == 0 ? "" : ", value=" + Literals.number(window.fill());
    return Code.call("F.pad(%s, (" + text + ")" + fill + ")", x);
  }
}
