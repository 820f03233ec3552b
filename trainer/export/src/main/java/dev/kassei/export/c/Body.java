package dev.kassei.export.c;

import dev.kassei.engine.graph.Node;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The statements that compute a network's response from the array {@code features}. */
final class Body {
  private final Steps steps;
  private final Real real;
  private final BitSet stored;
  private final Names names;
  private final Loops loops;
  private final Calls calls;
  private final Scratch scratch = new Scratch();
  private final Map<Integer, Integer> places = new HashMap<>();
  private final StringBuilder text = new StringBuilder();

  /**
   * The statements of some steps.
   *
   * @param features how many features there are
   */
  Body(Steps steps, Real real, int features) {
    this.steps = steps;
    this.real = real;
    this.stored = steps.stored();
    this.names = new Names(steps);
    this.loops = new Loops(steps, real);
    this.calls = new Calls(steps, names, real);
    scratch.place(features, 0, steps.lastReadOfFeatures());
    place();
    write();
  }

  /** The statements. */
  String text() {
    return text.toString();
  }

  /** How many numbers the scratch array has. */
  int scratchSize() {
    return scratch.size();
  }

  /** The pointers into the scratch array. */
  String pointers() {
    return "  %s *const features = scratch;\n".formatted(real.type())
        + steps.all().stream()
            .flatMap(List::stream)
            .filter(node -> stored.get(node.id()))
            .map(
                node ->
                    "  %s *const %s = scratch + %s;\n"
                        .formatted(real.type(), names.array(node.id()), places.get(node.id())))
            .collect(Collectors.joining());
  }

  /** The array of the response. */
  String response() {
    return names.array(steps.root());
  }

  private void place() {
    Map<Integer, Integer> lastReads = steps.lastReads();
    for (int step = 0; step < steps.all().size(); step++) {
      for (Node node : steps.all().get(step)) {
        if (stored.get(node.id())) {
          int numbers = Names.size(node.shape());
          places.put(node.id(), scratch.place(numbers, step, lastReads.get(node.id())));
        }
      }
    }
  }

  private void write() {
    String path = "";
    for (List<Node> step : steps.all()) {
      Node first = step.get(0);
      if (!first.path().equals(path)) {
        path = first.path();
        text.append("\n  /* %s */\n".formatted(path.isEmpty() ? "response" : path));
      }
      if (first.operation().isPointwise()) {
        text.append(loops.loop(step));
      } else {
        text.append("  ").append(calls.statement(first)).append("\n");
      }
    }
  }
}
